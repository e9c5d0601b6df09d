package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/**
 * The parameters of the layer: how many numbers W, b and both have, and the bytes that they take in
 * each number format. Event thread.
 */
final class ParameterTable extends JPanel {
  private static final List<LayerQuantity> NUMBERS =
      List.of(LayerQuantity.WEIGHTS, LayerQuantity.BIASES, LayerQuantity.PARAMETERS);
  private static final List<LayerQuantity> BYTES =
      List.of(LayerQuantity.BYTES_OF_WEIGHTS, LayerQuantity.BYTES_OF_BIASES, LayerQuantity.BYTES);

  private static final List<DType> FORMATS =
      List.of(DType.FP32, DType.FP16, DType.BF16, DType.INT8, DType.INT4);

  private final Consumer<ValueRef> inspect;
  private final List<Consumer<BatchCosts>> figures = new ArrayList<>();

  ParameterTable(Consumer<ValueRef> inspect) {
    super(
        new MigLayout(
            "insets 0, fillx, wrap 4, gap 2 2, novisualpadding",
            "[grow 0][grow,right][grow,right][grow,right]"));
    this.inspect = inspect;
    setOpaque(false);
    head("");
    head("W");
    head("b");
    head(Texts.get("linear.layer.total"));
    row(Texts.get("linear.layer.numbers"), NUMBERS, DType.FP32, "");
    for (DType dtype : FORMATS) {
      row(dtype.label(), BYTES, dtype, "." + dtype);
    }
  }

  private void head(String text) {
    JLabel label = FollowingPanel.muted(text);
    label.setHorizontalAlignment(SwingConstants.TRAILING);
    add(label, "gapright 5");
  }

  private void row(String title, List<LayerQuantity> quantities, DType dtype, String suffix) {
    add(new JLabel(title));
    for (LayerQuantity quantity : quantities) {
      CostFigure figure =
          new CostFigure(quantity, suffix, quantity.title() + " " + dtype.label(), inspect);
      figures.add(costs -> figure.show(cost(costs, dtype)));
      add(figure.button());
    }
  }

  private static LayerCost cost(BatchCosts costs, DType dtype) {
    return new LayerCost(costs.inputs(), costs.outputs(), costs.batch(), dtype);
  }

  void show(BatchCosts costs) {
    figures.forEach(figure -> figure.accept(costs));
  }
}

package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The side panel "Layer": parameters and their bytes, FLOPs, and what a batch saves. Event thread.
 */
final class LayerPanel extends FollowingPanel {
  private static final List<DType> FORMATS = List.of(DType.FP32, DType.FP16, DType.INT8);

  private final LinearPresenter presenter;
  private final ParameterTable parameters;
  private final List<Consumer<BatchCosts>> figures = new ArrayList<>();
  private final SegmentedControl<DType> format;
  private final BytesChart chart;
  private final Paragraph why = Paragraph.muted("");
  private final AppAction reveal;
  private @Nullable BatchCosts shown;

  LayerPanel(LinearPresenter presenter) {
    super("linear.layer", presenter::listen);
    this.presenter = presenter;
    parameters = new ParameterTable(presenter::explain);
    format = formatControl();
    format.onChange(presenter::setCostFormat);
    chart = new BytesChart(costs(), presenter::explain);
    reveal = LinearActions.roofline(presenter);
    add(heading(Texts.get("linear.layer.parameters")));
    add(Paragraph.muted(Texts.get("linear.layer.parameters.hint")), "wmin 10");
    add(parameters);
    add(heading(Texts.get("linear.layer.flops")), "gaptop 12");
    addRow(Texts.get("linear.layer.flops.one"), LayerQuantity.FLOPS_ONE);
    addRow(Texts.get("linear.layer.flops.batch"), LayerQuantity.FLOPS_BATCH);
    add(new JSeparator(), "gaptop 12, gapbottom 8");
    addBatch();
    freshen();
  }

  private void addBatch() {
    add(heading(Texts.get("linear.layer.once")));
    add(format, "growx 0, gaptop 2");
    addRow(Texts.get("linear.layer.perRow"), LayerQuantity.BYTES_PER_ROW);
    addRow(Texts.get("linear.layer.intensity"), LayerQuantity.INTENSITY);
    add(chart, "gaptop 4, wmin 10");
    why.setName("linear.layer.why");
    add(why, "wmin 10");
    add(ActionButtons.labelled(reveal), "growx 0, gaptop 8");
  }

  private static SegmentedControl<DType> formatControl() {
    Stream<Segment<DType>> segments =
        FORMATS.stream()
            .map(
                dtype ->
                    new Segment<>(
                        dtype, dtype.label(), Texts.get("linear.layer.format.tip", dtype.label())));
    return new SegmentedControl<>(
        "linear.layer.format", Texts.get("linear.layer.format"), segments.toList());
  }

  /** A line with a figure at its right end. */
  private void addRow(String title, LayerQuantity quantity) {
    CostFigure figure = new CostFigure(quantity, "", quantity.title(), presenter::explain);
    figures.add(costs -> figure.show(costs.current()));
    JLabel label = new JLabel(title);
    label.setLabelFor(figure.button());
    JPanel line =
        new JPanel(new MigLayout("insets 0, fillx, gap 4 0, novisualpadding", "[]push[]"));
    line.setOpaque(false);
    line.add(label, "wmin 10");
    line.add(figure.button());
    add(line, "wmin 10");
  }

  private BatchCosts costs() {
    LinearLayer layer = presenter.layer();
    return new BatchCosts(
        layer.inputs(), layer.outputs(), presenter.x().rows(), presenter.costFormat());
  }

  @Override
  protected void refresh() {
    BatchCosts costs = costs();
    if (!costs.equals(shown)) {
      shown = costs;
      parameters.show(costs);
      figures.forEach(figure -> figure.accept(costs));
      format.setValue(costs.dtype());
      chart.show(costs);
      why.setText(why(costs));
    }
    reveal.refresh();
  }

  private static String why(BatchCosts costs) {
    LayerCost alone = costs.cost(1);
    double own = (costs.inputs() + costs.outputs()) * costs.dtype().bytes();
    return Texts.get(
        "linear.layer.why", alone.text(LayerQuantity.BYTES_PER_ROW), Numbers.cell(own));
  }
}

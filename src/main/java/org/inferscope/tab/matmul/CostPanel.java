package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.model.matmul.MatmulCost;
import org.inferscope.model.matmul.Quantity;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;

/**
 * The side panel "Cost": what the product on the stage costs, and a calculator for shapes as they
 * occur in a transformer. Event thread.
 */
final class CostPanel extends ScrollablePanel {
  private static final List<DType> BYTES_OF = List.of(DType.FP32, DType.FP16);

  private final DeviceCatalogue devices;
  private final JLabel shape = shapeLabel("matmul.cost.shape");
  private final FigureTable here;
  private final List<Consumer<FlopCount>> hereRows = new ArrayList<>();
  private final CalculatorForm form;
  private final JLabel bigShape = shapeLabel("matmul.calculator.shape");
  private final JLabel bigFlops = new JLabel();
  private final FigureTable big;
  private final Paragraph verdict = Paragraph.muted("");

  /**
   * A panel without figures.
   *
   * @param devices what the calculator can choose from
   * @param inspect opens the explanation of a figure
   * @param onInputs takes what is asked of the calculator, after each valid change by hand
   */
  CostPanel(
      DeviceCatalogue devices, Consumer<ValueRef> inspect, Consumer<CalculatorInputs> onInputs) {
    super(new MigLayout("insets 12 12 16 12, fillx, wrap 1, gapy 4", "[grow,fill]"));
    this.devices = devices;
    setName("matmul.cost");
    here = new FigureTable("matmul.cost.", inspect);
    big = new FigureTable("matmul.calculator.", inspect);
    form = new CalculatorForm(devices, onInputs);
    addHere();
    add(new JSeparator(), "gaptop 12, gapbottom 8");
    addCalculator();
  }

  private void addHere() {
    add(heading(Texts.get("matmul.cost.here")));
    add(shape, "gapbottom 4");
    for (Quantity quantity : List.of(Quantity.MULTIPLIES, Quantity.ADDS, Quantity.FLOPS)) {
      addRow(quantity, quantity.title(), DType.FP32, quantity.name());
    }
    for (DType dtype : BYTES_OF) {
      String bytes = Texts.get("matmul.cost.bytes", dtype.label());
      addRow(Quantity.BYTES, bytes, dtype, "BYTES." + dtype.name());
    }
    for (DType dtype : BYTES_OF) {
      String intensity = Texts.get("matmul.cost.intensity", dtype.label());
      addRow(Quantity.INTENSITY, intensity, dtype, "INTENSITY." + dtype.name());
    }
    add(here);
  }

  private void addRow(Quantity quantity, String title, DType dtype, String suffix) {
    FigureTable.Row row = here.add(quantity, title, suffix);
    hereRows.add(count -> row.show(new MatmulCost(count, dtype, devices.notebook())));
  }

  private void addCalculator() {
    add(heading(Texts.get("matmul.cost.calculator")));
    add(Paragraph.muted(Texts.get("matmul.cost.calculator.hint")), "wmin 10");
    add(form, "gaptop 4");
    add(bigShape, "gaptop 8");
    bigFlops.setName("matmul.calculator.short");
    bigFlops.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
    bigFlops.setToolTipText(Quantity.FLOPS.meaning());
    add(bigFlops, "gapbottom 4");
    for (Quantity quantity :
        List.of(
            Quantity.FLOPS,
            Quantity.BYTES,
            Quantity.INTENSITY,
            Quantity.PEAK,
            Quantity.BANDWIDTH,
            Quantity.RIDGE_POINT,
            Quantity.COMPUTE_TIME,
            Quantity.MEMORY_TIME)) {
      big.add(quantity, quantity.title(), quantity.name());
    }
    add(big);
    verdict.setName("matmul.calculator.verdict");
    add(verdict, "gaptop 4, wmin 10");
  }

  /**
   * Shows the figures.
   *
   * @param count the product on the stage; empty while its shapes do not fit
   * @param inputs what is asked of the calculator
   */
  void show(Optional<FlopCount> count, CalculatorInputs inputs) {
    here.setVisible(count.isPresent());
    if (count.isPresent()) {
      MatmulCost cost = new MatmulCost(count.get(), DType.FP32, devices.notebook());
      shape.setText(cost.shapeText());
      hereRows.forEach(row -> row.accept(count.get()));
    } else {
      shape.setText(Texts.get("matmul.cost.noProduct"));
    }
    form.show(inputs);
    MatmulCost asked = inputs.cost(devices);
    bigShape.setText(asked.shapeText());
    bigFlops.setText(asked.flopsShort());
    big.show(asked);
    verdict.setText(asked.verdict());
  }

  private static JLabel heading(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    return label;
  }

  private static JLabel shapeLabel(String name) {
    JLabel label = new JLabel();
    label.setName(name);
    label.putClientProperty(
        FlatClientProperties.STYLE, "font: $monospaced.font; foreground: $Inferscope.muted");
    return label;
  }
}

package org.inferscope.tab.network.panel;

import static org.inferscope.model.network.explain.NetworkFigures.WHOLE;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.LayerPlan;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.explain.NetworkFigures;
import org.inferscope.model.network.explain.NetworkQuantity;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.NetworkState;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The side panel "Parameters": the notebook's table of weights and biases, their memory, and what a
 * run costs, layer by layer and in all. Event thread.
 */
final class ParametersPanel extends FollowingPanel {
  /** Letters of a shape that still has its place between name and count in a narrow dock. */
  private static final int SHORT_SHAPE = 8;

  private final NetworkPresenter presenter;
  private @Nullable Subject shown;
  private NetworkFigures figures;

  /** What the figures depend on; weights and inputs change none of them. */
  private record Subject(List<Integer> widths, List<Activation> activations, int batch) {
    static Subject of(NetworkState state) {
      NetworkPlan plan = state.plan();
      return new Subject(
          IntStream.of(plan.widths()).boxed().toList(),
          plan.layers().stream().map(LayerPlan::activation).toList(),
          state.input().size());
    }
  }

  ParametersPanel(NetworkPresenter presenter) {
    super("network.parameters", presenter::listen);
    this.presenter = presenter;
    figures = figures();
    freshen();
  }

  private NetworkFigures figures() {
    NetworkState state = presenter.state();
    return new NetworkFigures(state.plan(), state.input().size());
  }

  @Override
  protected void refresh() {
    Subject subject = Subject.of(presenter.state());
    if (!subject.equals(shown)) {
      shown = subject;
      figures = figures();
      removeAll();
      addParameters();
      addMemory();
      addCost();
      revalidate();
      repaint();
    }
  }

  private FigureButton figure(int l, NetworkQuantity quantity, DType dtype, String of) {
    return CountFigure.of(presenter, figures, l, quantity, dtype, of);
  }

  // The notebook's table.

  private void addParameters() {
    add(heading(Texts.get("networkpanel.parameters.heading")));
    add(Paragraph.muted(Texts.get("networkpanel.parameters.hint")), "wmin 10");
    List<NetworkFigures.Tensor> tensors = figures.tensors();
    boolean stacked = tensors.stream().anyMatch(row -> row.shape().length() > SHORT_SHAPE);
    JPanel table = table(stacked ? "[grow][grow 0,right]" : "[grow][grow 0][grow 0,right]");
    for (NetworkFigures.Tensor tensor : tensors) {
      JLabel name = new JLabel(tensor.name());
      JLabel shape = muted(tensor.shape());
      FigureButton count = figure(tensor.l(), tensor.quantity(), DType.FP32, tensor.name());
      name.setLabelFor(count);
      table.add(name, stacked ? "split 2, flowy" : "");
      table.add(shape, stacked ? "gaptop 0" : "");
      table.add(count, stacked ? "aligny top, wrap" : "wrap");
    }
    table.add(total(all()), stacked ? "" : "span 2");
    table.add(figure(WHOLE, NetworkQuantity.PARAMETERS, DType.FP32, all()));
    add(table, "wmin 10");
  }

  private static String all() {
    return Texts.get("networkpanel.all");
  }

  private static JLabel total(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "font: bold");
    return label;
  }

  private static JPanel table(String columns) {
    JPanel table = new JPanel(new MigLayout("insets 0, fillx, gap 4 2, novisualpadding", columns));
    table.setOpaque(false);
    return table;
  }

  private void addMemory() {
    add(heading(Texts.get("networkpanel.memory.heading")), "gaptop 12");
    JPanel table = table("[grow][grow 0,right]");
    for (DType dtype : List.of(DType.FP32, DType.FP16)) {
      line(table, dtype.label(), figure(WHOLE, NetworkQuantity.KILOBYTES, dtype, dtype.label()));
    }
    add(table, "wmin 10");
  }

  private static void line(JPanel table, String title, Component figure) {
    JLabel label = new JLabel(title);
    label.setLabelFor(figure);
    table.add(label);
    table.add(figure, "wrap");
  }

  // What a run costs.

  private void addCost() {
    int batch = figures.batch();
    add(
        heading(
            batch == 1
                ? Texts.get("networkpanel.cost.one")
                : Texts.get("networkpanel.cost.batch", Numbers.count(batch))),
        "gaptop 12");
    add(Paragraph.muted(Texts.get("networkpanel.cost.hint")), "wmin 10");
    JPanel table = table("[grow][grow 0,right][grow 0,right]");
    table.add(new JLabel());
    table.add(head(Texts.get("networkpanel.cost.flops")), "gapright 5");
    table.add(head(Texts.get("networkpanel.cost.bytes")), "gapright 5, wrap");
    for (int l = 0; l < figures.plan().depth(); l++) {
      cost(table, new JLabel(Texts.get("networkpanel.layer", Numbers.count(l + 1L))), l);
    }
    cost(table, total(Texts.get("networkpanel.cost.whole")), WHOLE);
    add(table, "wmin 10");
    JPanel lines = table("[grow][grow 0,right]");
    if (batch > 1) {
      NetworkQuantity one = NetworkQuantity.FLOPS_ONE;
      line(lines, Texts.get("networkpanel.cost.flopsOne"), figure(WHOLE, one, DType.FP32, all()));
    }
    line(
        lines,
        Texts.get("networkpanel.cost.intensity"),
        figure(WHOLE, NetworkQuantity.INTENSITY, DType.FP32, all()));
    add(lines, "wmin 10, gaptop 4");
  }

  private static JLabel head(String text) {
    JLabel label = muted(text);
    label.setHorizontalAlignment(SwingConstants.TRAILING);
    return label;
  }

  private void cost(JPanel table, JLabel title, int l) {
    table.add(title);
    table.add(figure(l, NetworkQuantity.FLOPS_BATCH, DType.FP32, title.getText()));
    table.add(figure(l, NetworkQuantity.BYTES_MOVED, DType.FP32, title.getText()), "wrap");
  }
}

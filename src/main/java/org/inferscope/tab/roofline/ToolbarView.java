package org.inferscope.tab.roofline;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.roofline.Formats;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.theme.Metrics;

/** The controls above the views: which view, and what numbers are kept in. */
final class ToolbarView extends JPanel {
  private final RooflinePresenter presenter;
  private final SegmentedControl<View> view;
  private final Choice<DType> weights = format("roofline.weights");
  private final Choice<DType> activations = format("roofline.activations");
  private final JPanel formats;
  private final FlowBar bar;
  private float scale;
  private boolean showing;

  ToolbarView(RooflinePresenter presenter) {
    super(new BorderLayout());
    this.presenter = presenter;
    setOpaque(false);
    view = viewControl();
    view.onChange(presenter::show);
    weights.addActionListener(event -> change());
    activations.addActionListener(event -> change());
    formats = formatControls();
    bar = new FlowBar("roofline.toolbar", List.of(view, formats), 1);
    add(bar);
  }

  private Formats formats() {
    return presenter.state().formats();
  }

  private void change() {
    if (!showing) {
      Formats chosen = new Formats(weights.chosen(), activations.chosen());
      presenter.change(state -> state.with(chosen), Texts.get("roofline.step.formats"), null);
    }
  }

  private static Choice<DType> format(String name) {
    Choice<DType> choice = new Choice<>(List.of(DType.values()), DType::label);
    choice.setName(name);
    choice.setRequestFocusEnabled(false);
    return choice;
  }

  private static SegmentedControl<View> viewControl() {
    return new SegmentedControl<>(
        "roofline.view",
        Texts.get("roofline.view"),
        List.of(
            new Segment<>(
                View.BENCHMARK,
                Texts.get("roofline.view.benchmark"),
                Texts.get("roofline.view.benchmark.tip")),
            new Segment<>(
                View.LAYER, Texts.get("roofline.view.layer"), Texts.get("roofline.view.layer.tip")),
            new Segment<>(
                View.ROOFLINE,
                Texts.get("roofline.view.roofline"),
                Texts.get("roofline.view.roofline.tip"))));
  }

  private JPanel formatControls() {
    JPanel controls = new JPanel(new MigLayout("insets 0, gap 6", "", "[center]"));
    controls.setOpaque(false);
    controls.add(named(Texts.get("roofline.weights"), weights));
    controls.add(weights);
    controls.add(named(Texts.get("roofline.activations"), activations), "gapleft 8");
    controls.add(activations);
    weights.setToolTipText(Texts.get("roofline.weights.tip"));
    activations.setToolTipText(Texts.get("roofline.activations.tip"));
    return controls;
  }

  private static JLabel named(String text, Choice<DType> choice) {
    JLabel label = new JLabel(text);
    label.setLabelFor(choice);
    choice.getAccessibleContext().setAccessibleName(text);
    return label;
  }

  /** Shows a change of the state. */
  void refresh() {
    view.setValue(presenter.state().view());
    showing = true;
    weights.setSelectedItem(formats().weights());
    activations.setSelectedItem(formats().activations());
    showing = false;
    // What is measured is kept in float32, whatever is chosen.
    boolean chosen = presenter.state().view() != View.BENCHMARK;
    if (chosen != formats.isVisible() || scale != Metrics.scale()) {
      formats.setVisible(chosen);
      scale = Metrics.scale();
      bar.refresh();
    }
  }
}

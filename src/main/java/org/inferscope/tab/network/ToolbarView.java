package org.inferscope.tab.network;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/** The controls above the stage: network, layer, inputs, what is shown. */
final class ToolbarView extends JPanel {
  private static final int SECOND_LINE = 2;

  private final NetworkPresenter presenter;
  private final SourceView source;
  private final LayersView layers;
  private final InputsView inputs;
  private final SegmentedControl<Display.View> view;
  private final SegmentedControl<Display.Axis> axis;
  private final AppAction linear;
  private final FlowBar bar;
  private @Nullable Parts shown;

  /** What the width of the controls depends on. */
  private record Parts(boolean row, float scale) {}

  ToolbarView(NetworkPresenter presenter) {
    super(new BorderLayout());
    this.presenter = presenter;
    setOpaque(false);
    source = new SourceView(presenter);
    layers = new LayersView(presenter);
    inputs = new InputsView(presenter);
    view = viewControl();
    view.onChange(presenter::setView);
    axis = axisControl();
    axis.onChange(presenter::setAxis);
    linear = NetworkActions.openInLinear(presenter);
    AbstractButton open = ActionButtons.labelled(linear);
    open.setRequestFocusEnabled(false);
    AbstractButton hold = ActionButtons.labelled(NetworkActions.hold(presenter));
    hold.setRequestFocusEnabled(false);
    bar =
        new FlowBar(
            "network.toolbar",
            List.of(source, layers, inputs, view, axis, hold, open),
            SECOND_LINE);
    add(bar);
    refresh();
  }

  private static SegmentedControl<Display.View> viewControl() {
    return new SegmentedControl<>(
        "network.viewChoice",
        Texts.get("network.view"),
        List.of(
            new Segment<>(
                Display.View.NETWORK,
                Texts.get("network.view.network.short"),
                Texts.get("network.view.network.tip")),
            new Segment<>(
                Display.View.BATCH,
                Texts.get("network.view.batch.short"),
                Texts.get("network.view.batch.tip")),
            new Segment<>(
                Display.View.COMPARE,
                Texts.get("network.view.compare.short"),
                Texts.get("network.view.compare.tip"))));
  }

  private static SegmentedControl<Display.Axis> axisControl() {
    return new SegmentedControl<>(
        "network.axisChoice",
        Texts.get("network.axis"),
        List.of(
            new Segment<>(
                Display.Axis.SHARED,
                Texts.get("network.axis.shared"),
                Texts.get("network.axis.shared.tip")),
            new Segment<>(
                Display.Axis.PER_LAYER,
                Texts.get("network.axis.layer"),
                Texts.get("network.axis.layer.tip"))));
  }

  /** Shows a change of the state. */
  void refresh() {
    source.refresh();
    layers.refresh();
    boolean row = inputs.refresh();
    view.setValue(presenter.view());
    axis.setValue(presenter.state().display().axis());
    linear.refresh();
    // Laying the toolbar out anew costs more than all else here, and a drag asks at each movement.
    Parts parts = new Parts(row, Metrics.scale());
    if (!parts.equals(shown)) {
      shown = parts;
      bar.refresh();
    }
  }
}

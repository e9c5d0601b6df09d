package org.inferscope.tab.network;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
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
  private static final int SECOND_LINE = 3;

  private final NetworkPresenter presenter;
  private final SourceView source;
  private final LayersView layers;
  private final InputsView inputs;
  private final SegmentedControl<Display.View> view;
  private final AppAction axis;
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
    axis = NetworkActions.axisPerLayer(presenter);
    linear = NetworkActions.openInLinear(presenter);
    bar =
        new FlowBar(
            "network.toolbar",
            List.of(source, view, compare(presenter, linear, axis), layers, inputs),
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

  private static JPanel compare(NetworkPresenter presenter, AppAction linear, AppAction axis) {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 2", "", "[center]"));
    buttons.setOpaque(false);
    buttons.add(unfocused(ActionButtons.labelled(NetworkActions.hold(presenter))));
    buttons.add(unfocused(ActionButtons.icon(linear)), "width 30!, height 28!");
    buttons.add(unfocused(ActionButtons.icon(axis)), "width 30!, height 28!");
    return buttons;
  }

  private static AbstractButton unfocused(AbstractButton button) {
    button.setRequestFocusEnabled(false);
    return button;
  }

  /** Shows a change of the state. */
  void refresh() {
    source.refresh();
    layers.refresh();
    boolean row = inputs.refresh();
    view.setValue(presenter.view());
    axis.refresh();
    linear.refresh();
    // Laying the toolbar out anew costs more than all else here, and a drag asks at each movement.
    Parts parts = new Parts(row, Metrics.scale());
    if (!parts.equals(shown)) {
      shown = parts;
      bar.refresh();
    }
  }
}

package org.inferscope.tab.linear;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/** The controls above the stage: where the numbers come from, sizes, what is shown. */
final class ToolbarView extends JPanel {
  private static final int SECOND_LINE = 2;

  private final LinearPresenter presenter;
  private final SourceView source;
  private final SizesView sizes;
  private final SegmentedControl<Display.Stage> stage;
  private final SegmentedControl<Display.StepGrain> grain;
  private final AppAction matmul;
  private final FlowBar bar;

  private @Nullable Parts shown;

  /** What the width of the controls depends on. */
  private record Parts(boolean row, boolean steps, float scale) {}

  ToolbarView(LinearPresenter presenter) {
    super(new BorderLayout());
    this.presenter = presenter;
    setOpaque(false);
    source = new SourceView(presenter);
    sizes = new SizesView(presenter);
    stage = stageControl();
    stage.onChange(presenter::setStage);
    grain = grainControl();
    grain.onChange(presenter::setGrain);
    matmul = LinearActions.openInMatmul(presenter);
    AbstractButton open = ActionButtons.labelled(matmul);
    open.setRequestFocusEnabled(false);
    bar = new FlowBar("linear.toolbar", List.of(source, open, sizes, stage, grain), SECOND_LINE);
    add(bar);
    refresh();
  }

  private static SegmentedControl<Display.Stage> stageControl() {
    return new SegmentedControl<>(
        "linear.stageChoice",
        Texts.get("linear.stage"),
        List.of(
            new Segment<>(
                Display.Stage.NUMBERS,
                Texts.get("linear.stage.numbers"),
                Texts.get("linear.stage.numbers.tip")),
            new Segment<>(
                Display.Stage.GEOMETRY,
                Texts.get("linear.stage.geometry"),
                ToolTips.wrapped(Texts.get("linear.stage.geometry.tip")))));
  }

  private static SegmentedControl<Display.StepGrain> grainControl() {
    return new SegmentedControl<>(
        "linear.grain",
        Texts.get("linear.grain"),
        List.of(
            new Segment<>(
                Display.StepGrain.ROW,
                Texts.get("linear.grain.row"),
                Texts.get("linear.grain.row.tip")),
            new Segment<>(
                Display.StepGrain.TERM,
                Texts.get("linear.grain.term"),
                Texts.get("linear.grain.term.tip"))));
  }

  /** Shows a change of the state. */
  void refresh() {
    source.refresh();
    boolean row = sizes.refresh();
    boolean geometry = presenter.hasGeometry();
    stage.setValue(presenter.stage());
    stage.setEnabled(geometry);
    stage.setToolTipText(geometry ? null : Texts.get("linear.stage.none"));
    grain.setValue(presenter.state().display().grain());
    boolean steps = presenter.stage() == Display.Stage.NUMBERS;
    grain.setVisible(steps);
    matmul.refresh();
    // Laying the toolbar out anew costs more than all else here, and a drag asks at each movement.
    Parts parts = new Parts(row, steps, Metrics.scale());
    if (!parts.equals(shown)) {
      shown = parts;
      bar.refresh();
    }
  }
}

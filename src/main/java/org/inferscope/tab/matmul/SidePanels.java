package org.inferscope.tab.matmul;

import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.inferscope.model.matmul.FlopCount;

/** Keeps the panels beside the stage at what the presenter shows. Event thread. */
final class SidePanels {
  private static final int WHEEL_STEP = 16;

  private final MatmulPresenter presenter;
  private final StepsPanel steps;
  private final CostPanel cost;

  SidePanels(MatmulPresenter presenter) {
    this.presenter = presenter;
    steps = new StepsPanel(presenter::explain);
    cost = new CostPanel(presenter.devices(), presenter::explain, presenter::setCalculator);
    presenter.listen(this::refresh);
    presenter.playback().listen(this::advance);
    refresh();
  }

  JComponent steps() {
    return scrolling(steps);
  }

  JComponent cost() {
    return scrolling(cost);
  }

  private static JComponent scrolling(JComponent content) {
    JScrollPane pane =
        new JScrollPane(
            content,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    pane.getViewport().setOpaque(false);
    pane.getVerticalScrollBar().setUnitIncrement(WHEEL_STEP);
    return pane;
  }

  private void refresh() {
    MatmulState state = presenter.state();
    Optional<FlopCount> count =
        state.shapesFit()
            ? Optional.of(new FlopCount(state.a().rows(), state.a().cols(), state.b().cols()))
            : Optional.empty();
    cost.show(count, state.calculator());
    advance();
  }

  private void advance() {
    presenter.moment().ifPresent(now -> steps.show(now.visible(), now.tick()));
  }
}

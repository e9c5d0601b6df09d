package org.inferscope.tab.matmul;

import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.inferscope.model.matmul.FlopCount;

/**
 * Makes the panels beside the stage; each follows what the presenter shows, as long as it lives.
 * Event thread.
 */
final class SidePanels {
  private static final int WHEEL_STEP = 16;

  private SidePanels() {}

  static JComponent steps(MatmulPresenter presenter) {
    StepsPanel steps = new StepsPanel(presenter::explain);
    Runnable follow =
        () -> presenter.moment().ifPresent(now -> steps.show(now.visible(), now.tick()));
    presenter.listen(follow);
    presenter.playback().listen(follow);
    follow.run();
    return scrolling(steps);
  }

  static JComponent cost(MatmulPresenter presenter) {
    CostPanel cost =
        new CostPanel(presenter.devices(), presenter::explain, presenter::setCalculator);
    Runnable follow = () -> show(presenter.state(), cost);
    presenter.listen(follow);
    follow.run();
    return scrolling(cost);
  }

  private static void show(MatmulState state, CostPanel cost) {
    Optional<FlopCount> count =
        state.shapesFit()
            ? Optional.of(new FlopCount(state.a().rows(), state.a().cols(), state.b().cols()))
            : Optional.empty();
    cost.show(count, state.calculator());
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
}

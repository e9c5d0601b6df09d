package org.inferscope.tab.matmul;

import java.util.Optional;
import javax.swing.JComponent;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.ui.control.Scrolling;

/**
 * Makes the panels beside the stage; each follows what the presenter shows, as long as it lives.
 * Event thread.
 */
final class SidePanels {
  private SidePanels() {}

  static JComponent steps(MatmulPresenter presenter) {
    StepsPanel steps = new StepsPanel(presenter::explain);
    Runnable follow =
        () -> presenter.moment().ifPresent(now -> steps.show(now.visible(), now.tick()));
    presenter.listen(follow);
    presenter.playback().listen(follow);
    follow.run();
    return Scrolling.vertical(steps);
  }

  static JComponent cost(MatmulPresenter presenter) {
    CostPanel cost =
        new CostPanel(presenter.devices(), presenter::explain, presenter::setCalculator);
    Runnable follow = () -> show(presenter.state(), cost);
    presenter.listen(follow);
    follow.run();
    return Scrolling.vertical(cost);
  }

  private static void show(MatmulState state, CostPanel cost) {
    Optional<FlopCount> count =
        state.shapesFit()
            ? Optional.of(new FlopCount(state.a().rows(), state.a().cols(), state.b().cols()))
            : Optional.empty();
    cost.show(count, state.calculator());
  }
}

package org.inferscope.tab.linear;

import java.awt.CardLayout;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tab.CheckView;
import org.inferscope.ui.playback.PlaybackBar;

/** The tab's middle: controls, the stage, the check line and the playback bar. */
final class LinearView extends JPanel {
  private final LinearPresenter presenter;
  private final ToolbarView toolbar;
  private final StageView numbers;
  private final GeometryView geometry;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final CheckView check;

  LinearView(LinearPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][grow,fill][][]"));
    this.presenter = presenter;
    setName("linear");
    toolbar = new ToolbarView(presenter);
    numbers = new StageView(presenter);
    geometry = new GeometryView(presenter);
    check =
        new CheckView(
            "linear.check",
            presenter::check,
            () -> presenter.explain(new LinearRef.CheckDifference()));
    stage.setOpaque(false);
    stage.add(numbers, Display.Stage.NUMBERS.name());
    stage.add(geometry, Display.Stage.GEOMETRY.name());
    add(toolbar, "wmin 0");
    add(stage, "grow, wmin 0, hmin 0");
    add(new PlaybackBar(presenter.playback()), "wmin 0");
    add(check, "wmin 0, gapleft 18, gapright 14, gapbottom 6");
    presenter.listen(this::refresh);
    presenter.playback().listen(this::showStage);
    refresh();
  }

  private void refresh() {
    toolbar.refresh();
    check.refresh();
    showStage();
  }

  private void showStage() {
    cards.show(stage, presenter.stage().name());
    if (presenter.stage() == Display.Stage.GEOMETRY) {
      geometry.refresh();
    } else {
      numbers.refresh();
    }
  }
}

package org.inferscope.tab.matmul;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.tab.CheckView;
import org.inferscope.ui.playback.PlaybackBar;

/** The tab's middle: controls, the stage, the check line and the playback bar. */
final class MatmulView extends JPanel {
  private final ToolbarView toolbar;
  private final StageView stage;
  private final CheckView check;

  MatmulView(MatmulPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][grow,fill][][]"));
    setName("matmul");
    toolbar = new ToolbarView(presenter);
    stage = new StageView(presenter);
    check =
        new CheckView(
            "matmul.check",
            presenter::check,
            () -> presenter.explain(new MatmulRef.CheckDifference()));
    add(toolbar, "wmin 0");
    add(stage, "grow, wmin 0, hmin 0");
    add(new PlaybackBar(presenter.playback()), "wmin 0");
    add(check, "wmin 0, gapleft 18, gapright 14, gapbottom 6");
    presenter.listen(this::refresh);
    presenter.playback().listen(stage::advance);
  }

  private void refresh() {
    toolbar.refresh();
    stage.refresh();
    check.refresh();
  }
}

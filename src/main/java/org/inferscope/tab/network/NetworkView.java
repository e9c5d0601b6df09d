package org.inferscope.tab.network;

import java.awt.CardLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.network.explain.NetworkRef;
import org.inferscope.tab.CheckView;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.stage.NetworkStage;
import org.inferscope.tab.network.views.BatchStage;
import org.inferscope.tab.network.views.CompareStage;
import org.inferscope.tab.network.views.UnitOpener;
import org.inferscope.ui.playback.PlaybackBar;

/** The tab's middle: controls, the stage, the playback bar and the check line. */
final class NetworkView extends JPanel {
  private final NetworkPresenter presenter;
  private final NetworkStage network;
  private final BatchStage batch;
  private final CompareStage compare;
  private final ToolbarView toolbar;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final CheckView check;

  NetworkView(NetworkPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][grow,fill][][]"));
    this.presenter = presenter;
    setName("network");
    network = new NetworkStage(presenter, presenter::explain);
    UnitOpener opener = (column, row, i) -> presenter.explain(NetworkRef.number(column, row, i));
    batch = new BatchStage(presenter, opener);
    compare = new CompareStage(presenter, opener);
    toolbar = new ToolbarView(presenter);
    check =
        new CheckView(
            "network.check",
            presenter::check,
            () -> presenter.explain(new NetworkRef.CheckDifference()));
    stage.setOpaque(false);
    stage.add(network, Display.View.NETWORK.name());
    stage.add(batch, Display.View.BATCH.name());
    stage.add(compare, Display.View.COMPARE.name());
    add(toolbar, "wmin 0");
    add(stage, "grow, wmin 0, hmin 0");
    add(new PlaybackBar(presenter.playback()), "wmin 0");
    add(check, "wmin 0, gapleft 18, gapright 14, gapbottom 6");
    presenter.listen(this::refresh);
    presenter.playback().listen(this::showStage);
    refresh();
    presenter.readTrained();
  }

  /** The stage with the layers, which can be zoomed. */
  NetworkStage stage() {
    return network;
  }

  /** What shows one of the stages. */
  JComponent stages() {
    return stage;
  }

  /** The line that says whether the numbers are right. */
  JComponent checkLine() {
    return check;
  }

  private void refresh() {
    toolbar.refresh();
    check.refresh();
    showStage();
  }

  private void showStage() {
    cards.show(stage, presenter.view().name());
    switch (presenter.view()) {
      case NETWORK -> network.refresh();
      case BATCH -> batch.refresh();
      case COMPARE -> compare.refresh();
    }
  }
}

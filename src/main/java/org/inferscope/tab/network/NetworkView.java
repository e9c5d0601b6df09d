package org.inferscope.tab.network;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.ui.playback.PlaybackBar;

/** The tab's middle: controls, the stage, the check line and the playback bar. */
final class NetworkView extends JPanel {
  private final ToolbarView toolbar;

  NetworkView(NetworkPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][grow,fill][][]"));
    setName("network");
    toolbar = new ToolbarView(presenter);
    add(toolbar, "wmin 0");
    add(new PlaybackBar(presenter.playback()), "wmin 0");
    presenter.listen(this::refresh);
    refresh();
  }

  private void refresh() {
    toolbar.refresh();
  }
}

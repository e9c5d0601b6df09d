package org.inferscope.tab.gpt2.map;

import java.awt.CardLayout;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.playback.PlaybackBar;

/** The map: the path at the left, the step's tensor at the right, the playback bar below. */
final class MapView extends JPanel {
  private static final String WALK = "walk";
  private static final String QUIET = "quiet";

  private final MapPresenter presenter;
  private final PathCanvas path;
  private final TensorCanvas tensor;
  private final StepHeader header;
  private final CellsControl cells;
  private final MapToolbar toolbar;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final PlaybackBar bar;
  private final JLabel quiet = FollowingPanel.muted("");
  private boolean stale = true;

  MapView(MapPresenter presenter) {
    super(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill]", "[grow,fill][][]"));
    this.presenter = presenter;
    setName("gpt2.map");
    setOpaque(false);
    bar = new PlaybackBar(presenter.playback());
    path = new PathCanvas(presenter);
    tensor = new TensorCanvas(presenter);
    header = new StepHeader(presenter);
    cells = new CellsControl(presenter);
    toolbar = new MapToolbar(presenter);
    JPanel walk =
        new JPanel(
            new MigLayout(
                "insets 4 8 4 8, gap 10 4, fill, novisualpadding",
                "[310:38%:420,fill][grow,fill]",
                "[][][grow,fill]"));
    walk.setOpaque(false);
    walk.add(toolbar, "split 2, span 2, wmin 0");
    walk.add(cells.control(), "gapleft push, wmin 0, wrap");
    walk.add(scrolling(path), "spany 2, wmin 0, hmin 0, grow");
    walk.add(header, "wmin 0, wrap");
    walk.add(scrolling(tensor), "wmin 0, hmin 0, grow");
    quiet.setHorizontalAlignment(SwingConstants.CENTER);
    stage.setOpaque(false);
    stage.add(walk, WALK);
    stage.add(quiet, QUIET);
    add(stage, "grow, wmin 0, hmin 0");
    add(bar, "growx, wmin 0");
    presenter.listen(this::changed);
    changed();
  }

  private static JComponent scrolling(Component canvas) {
    JScrollPane pane = new JScrollPane(canvas);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    // What stands at the edges of what can be seen is painted anew wherever it scrolls.
    pane.getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
    return pane;
  }

  private void changed() {
    stale = true;
    if (presenter.isInFront()) {
      refresh();
    }
  }

  @Override
  public void doLayout() {
    if (stale) {
      refresh();
    }
    super.doLayout();
    path.arrive();
  }

  private void refresh() {
    stale = false;
    boolean walks = presenter.shown().isPresent();
    quiet.setText(Texts.get("gpt2map.quiet"));
    cards.show(stage, walks ? WALK : QUIET);
    if (walks) {
      presenter.seen();
      header.refresh();
      cells.refresh();
      toolbar.refresh();
      path.refresh();
      tensor.refresh();
      bar.invalidate();
    }
  }
}

package org.inferscope.tab.gpt2;

import java.awt.CardLayout;
import java.awt.event.HierarchyEvent;
import java.util.EnumSet;
import java.util.Set;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;

/** The tab's middle: model, prompt and tokens, and one of the views below them. */
final class Gpt2View extends JPanel {
  private final Gpt2Presenter presenter;
  private final Panes panes;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final Set<View> made = EnumSet.noneOf(View.class);

  Gpt2View(Gpt2Presenter presenter, Panes panes) {
    super(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill]", "[shrink 0][grow,fill]"));
    this.presenter = presenter;
    this.panes = panes;
    setName("gpt2");
    stage.setOpaque(false);
    add(new HeaderView(presenter), "wmin 0");
    add(stage, "grow, wmin 0, hmin 0");
    presenter.listen(this::refresh);
    refresh();
    presenter.start();
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
            presenter.checkFiles();
          }
        });
  }

  private void refresh() {
    View view = presenter.state().view();
    if (made.add(view)) {
      stage.add(panes.of(view).component(), view.name());
    }
    cards.show(stage, view.name());
  }
}

package org.inferscope.tab.gpt2.next;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.jspecify.annotations.Nullable;

/** The view of the next token, and of writing on. Event thread. */
public final class NextPane implements Gpt2Pane {
  private static final String QUIET = "quiet";
  private static final String VIEW = "view";

  private final NextPresenter presenter;
  private final NextExport export;
  private @Nullable JPanel component;
  private Optional<NextView> view = Optional.empty();

  /** A pane that shows what the presenter says. */
  public NextPane(Gpt2Presenter desk) {
    presenter = new NextPresenter(desk);
    export = new NextExport(presenter);
  }

  NextPresenter presenter() {
    return presenter;
  }

  @Override
  public JComponent component() {
    JPanel made = component;
    if (made == null) {
      CardLayout cards = new CardLayout();
      made = new JPanel(cards);
      made.setOpaque(false);
      // It fits what there is, and takes nothing from what stands above.
      made.setPreferredSize(new Dimension(1, 1));
      JPanel quiet = new JPanel(new MigLayout("fill", "[center]", "[center]"));
      quiet.setOpaque(false);
      quiet.add(FollowingPanel.muted(Texts.get("gpt2next.quiet")));
      made.add(quiet, QUIET);
      NextView next = new NextView(presenter);
      made.add(next, VIEW);
      view = Optional.of(next);
      component = made;
      presenter.listen(this::refresh);
      refresh();
    }
    return made;
  }

  private void refresh() {
    JPanel made = component;
    if (made == null) {
      return;
    }
    boolean isThere = presenter.desk().shown().isPresent();
    ((CardLayout) made.getLayout()).show(made, isThere ? VIEW : QUIET);
    if (isThere) {
      view.ifPresent(NextView::refresh);
    }
  }

  @Override
  public String caption() {
    return NextWords.caption(presenter);
  }

  @Override
  public List<AppAction> actions() {
    return NextActions.of(presenter, export);
  }
}

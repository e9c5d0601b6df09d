package org.inferscope.tab.gpt2.attention;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.Scrolling;
import org.jspecify.annotations.Nullable;

/** The view of attention. Event thread. */
public final class AttentionPane implements Gpt2Pane {
  private final AttentionDesk desk;
  private @Nullable AttentionView component;

  /** A pane that shows what the presenter says. */
  public AttentionPane(Gpt2Presenter presenter) {
    desk = new AttentionDesk(presenter);
  }

  @Override
  public JComponent component() {
    AttentionView made = component;
    if (made == null) {
      made = new AttentionView(desk);
      component = made;
    }
    return made;
  }

  @Override
  public String caption() {
    return desk.scene().map(AttentionWords::caption).orElseGet(desk::emptiness);
  }

  @Override
  public List<SidePanel> panels() {
    return List.of(
        new SidePanel(
            "gpt2.attention.ranking",
            Texts.get("attention.ranking"),
            () -> Scrolling.vertical(new RankingPanel(desk))));
  }

  @Override
  public List<AppAction> actions() {
    return AttentionActions.of(desk);
  }
}

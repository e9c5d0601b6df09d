package org.inferscope.tab.gpt2.attention;

import javax.swing.JComponent;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
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
}

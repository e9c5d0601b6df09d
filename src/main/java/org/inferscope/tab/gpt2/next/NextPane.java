package org.inferscope.tab.gpt2.next;

import javax.swing.JComponent;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;

/** The view of the next token, and of writing on. Event thread. */
public final class NextPane implements Gpt2Pane {
  private final Gpt2Presenter presenter;
  private final JPanel component = new JPanel();

  /** A pane that shows what the presenter says. */
  public NextPane(Gpt2Presenter presenter) {
    this.presenter = presenter;
  }

  @Override
  public JComponent component() {
    return component;
  }

  @Override
  public String caption() {
    return presenter.state().prompt();
  }
}

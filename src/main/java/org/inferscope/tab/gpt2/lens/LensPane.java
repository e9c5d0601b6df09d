package org.inferscope.tab.gpt2.lens;

import javax.swing.JComponent;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;

/** The view of what each layer would say: the logit lens. Event thread. */
public final class LensPane implements Gpt2Pane {
  private final Gpt2Presenter presenter;
  private final JPanel component = new JPanel();

  /** A pane that shows what the presenter says. */
  public LensPane(Gpt2Presenter presenter) {
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

package org.inferscope.tab.gpt2.whatif;

import javax.swing.JComponent;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;

/** The view of what changes if a part is taken away. Event thread. */
public final class WhatIfPane implements Gpt2Pane {
  private final Gpt2Presenter presenter;
  private final JPanel component = new JPanel();

  /** A pane that shows what the presenter says. */
  public WhatIfPane(Gpt2Presenter presenter) {
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

package org.inferscope.tab.gpt2.weights;

import javax.swing.JComponent;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;

/** The view of parameters (Part 9 of the notebook). Event thread. */
public final class WeightsPane implements Gpt2Pane {
  private final Gpt2Presenter presenter;
  private final JPanel component = new JPanel();

  /** A pane that shows what the presenter says. */
  public WeightsPane(Gpt2Presenter presenter) {
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

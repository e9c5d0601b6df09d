package org.inferscope.tab.gpt2.states;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** The view of hidden states from layer to layer (Part 10 of the notebook). Event thread. */
public final class StatesPane implements Gpt2Pane {
  private final Gpt2Presenter presenter;
  private final StatesScenes scenes;
  private final Lazy<StatesView> component;

  /** A pane that shows what the presenter says. */
  public StatesPane(Gpt2Presenter presenter) {
    this.presenter = presenter;
    scenes = new StatesScenes(presenter);
    component = new Lazy<>(() -> new StatesView(presenter, scenes));
  }

  @Override
  public JComponent component() {
    return component.get();
  }

  @Override
  public String caption() {
    return scenes.current().map(StatesWords::caption).orElse(Texts.get("gpt2states.empty"));
  }

  @Override
  public List<AppAction> actions() {
    return StatesActions.of(presenter, scenes);
  }
}

package org.inferscope.tab.gpt2.lens;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** The view of what each layer would say: the logit lens. Event thread. */
public final class LensPane implements Gpt2Pane {
  private final LensPresenter presenter;
  private final Lazy<LensView> component;

  /** A pane that shows what the presenter says. */
  public LensPane(Gpt2Presenter presenter) {
    this.presenter = new LensPresenter(presenter);
    component = new Lazy<>(() -> new LensView(this.presenter));
  }

  @Override
  public JComponent component() {
    return component.get();
  }

  @Override
  public String caption() {
    return presenter.scene().map(LensWords::caption).orElse(Texts.get("gpt2lens.empty"));
  }

  @Override
  public List<AppAction> actions() {
    return LensActions.of(presenter);
  }
}

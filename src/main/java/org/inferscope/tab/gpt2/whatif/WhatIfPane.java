package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.ui.action.AppAction;

/** The view of what changes if a part is taken away. Event thread. */
public final class WhatIfPane implements Gpt2Pane {
  private final WhatIfPresenter presenter;
  private final WhatIfWords words;
  private final Lazy<WhatIfView> view;

  /** A pane that shows what the presenter says. */
  public WhatIfPane(Gpt2Presenter desk) {
    presenter = new WhatIfPresenter(desk);
    words = new WhatIfWords(presenter);
    view = new Lazy<>(() -> new WhatIfView(presenter, words));
  }

  @Override
  public JComponent component() {
    return view.get();
  }

  @Override
  public String caption() {
    return words.caption();
  }

  @Override
  public List<AppAction> actions() {
    return WhatIfActions.of(presenter);
  }
}

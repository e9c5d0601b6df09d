package org.inferscope.tab.gpt2.map;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** The view of the model as a path that is walked step by step. Event thread. */
public final class MapPane implements Gpt2Pane {
  private final MapPresenter presenter;
  private final Lazy<MapView> view;

  /** A pane that shows what the presenter says. */
  public MapPane(Gpt2Presenter desk) {
    presenter = new MapPresenter(desk);
    view = new Lazy<>(() -> new MapView(presenter));
  }

  @Override
  public JComponent component() {
    return view.get();
  }

  @Override
  public String caption() {
    return MapNarrator.say(presenter);
  }

  @Override
  public List<SidePanel> panels() {
    return List.of(
        new SidePanel("gpt2.layer", Texts.get("gpt2map.panel"), () -> LayerPanel.of(presenter)));
  }

  @Override
  public List<AppAction> actions() {
    return MapActions.of(presenter);
  }
}

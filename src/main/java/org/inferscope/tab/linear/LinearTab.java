package org.inferscope.tab.linear;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tab.Captions;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** The Linear tab, as the app sees it. Event thread. */
public final class LinearTab implements Tab {
  private final LinearPresenter presenter;
  private final LinearCodec codec = new LinearCodec();
  private final Lazy<LinearView> view;
  private final Lazy<List<SidePanel>> panels;
  private final Lazy<List<AppAction>> actions;
  private final Captions captions;

  /** A tab that runs its jobs, shows its explanations and opens other tabs through the app. */
  public LinearTab(TabContext context) {
    presenter = new LinearPresenter(context, () -> ThreadLocalRandom.current().nextInt(100_000));
    captions = new Captions(presenter::narration);
    presenter.listen(captions::refresh);
    presenter.playback().listen(captions::refresh);
    view = new Lazy<>(() -> new LinearView(presenter));
    panels = new Lazy<>(() -> SidePanels.of(presenter));
    actions = new Lazy<>(() -> LinearActions.of(presenter));
  }

  @Override
  public String id() {
    return LinearCodec.ID;
  }

  @Override
  public String title() {
    return Texts.get("linear.title");
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/tab/linear/guide.html";
  }

  @Override
  public JComponent component() {
    return view.get();
  }

  @Override
  public List<SidePanel> sidePanels() {
    return panels.get();
  }

  @Override
  public List<AppAction> actions() {
    return actions.get();
  }

  @Override
  public Optional<PlaybackModel> playback() {
    return Optional.of(presenter.playback());
  }

  @Override
  public String caption() {
    return captions.caption();
  }

  @Override
  public Registration onCaption(Consumer<String> listener) {
    return captions.listen(listener);
  }

  @Override
  public UndoControl undo() {
    return presenter.history();
  }

  @Override
  public LessonSection lesson() {
    return LessonSection.placed(presenter.history(), codec, presenter::withPlace, presenter::open);
  }

  /** Takes a layer that is small enough to be shown number by number. */
  @Override
  public boolean accepts(Intent intent) {
    return intent instanceof LinearIntent layer && layer.isSmall();
  }

  @Override
  public void take(Intent intent) {
    if (!(intent instanceof LinearIntent layer) || !layer.isSmall()) {
      throw new IllegalArgumentException("intent must be a small layer, was " + intent);
    }
    presenter.open(new LinearLayer(layer.w(), layer.b()), layer.x());
  }
}

package org.inferscope.tab.network;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Captions;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.network.desk.NetworkCodec;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** The Network tab, as the app sees it. Event thread. */
public final class NetworkTab implements Tab {
  /** Of the heap: what the weights and activations on screen may take of it. */
  private static final double SHARE_OF_HEAP = 0.7;

  private final NetworkPresenter presenter;
  private final Captions captions;
  private final NetworkCodec codec = new NetworkCodec();
  private final Lazy<NetworkView> view;
  private final Lazy<List<SidePanel>> panels;
  private final Lazy<List<AppAction>> actions;

  /** A tab that runs its jobs, shows its explanations and opens other tabs through the app. */
  public NetworkTab(TabContext context) {
    presenter =
        new NetworkPresenter(
            context,
            () -> ThreadLocalRandom.current().nextInt(100_000),
            () -> (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()));
    captions = new Captions(() -> Narrator.say(presenter));
    presenter.listen(captions::refresh);
    presenter.playback().listen(captions::refresh);
    view = new Lazy<>(() -> new NetworkView(presenter));
    panels = new Lazy<>(() -> SidePanels.of(presenter));
    actions = new Lazy<>(() -> NetworkActions.of(presenter, () -> view.get().stage()));
  }

  @Override
  public String id() {
    return NetworkCodec.ID;
  }

  @Override
  public String title() {
    return Texts.get("network.title");
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/tab/network/guide.html";
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
    return LessonSection.of(presenter.history(), codec, Texts.get("network.step.lesson"));
  }
}

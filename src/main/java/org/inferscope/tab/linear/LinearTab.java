package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;
import org.jspecify.annotations.Nullable;

/** The Linear tab, as the app sees it. Event thread. */
public final class LinearTab implements Tab {
  private final LinearPresenter presenter;
  private final List<Consumer<String>> captionListeners = new ArrayList<>();
  private final LinearCodec codec = new LinearCodec();
  private @Nullable LinearView view;
  private @Nullable List<SidePanel> panels;
  private @Nullable List<AppAction> actions;
  private String caption;

  /** A tab that runs its jobs, shows its explanations and opens other tabs through the app. */
  public LinearTab(TabContext context) {
    presenter = new LinearPresenter(context, () -> ThreadLocalRandom.current().nextInt(100_000));
    presenter.listen(this::captionMayDiffer);
    presenter.playback().listen(this::captionMayDiffer);
    caption = presenter.narration();
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
    LinearView built = view;
    if (built == null) {
      built = new LinearView(presenter);
      view = built;
    }
    return built;
  }

  @Override
  public List<SidePanel> sidePanels() {
    List<SidePanel> built = panels;
    if (built == null) {
      built = SidePanels.of(presenter);
      panels = built;
    }
    return built;
  }

  @Override
  public Registration onPanelWish(Consumer<String> listener) {
    return presenter.roofline().onReveal(() -> listener.accept(SidePanels.LAYER));
  }

  @Override
  public List<AppAction> actions() {
    List<AppAction> built = actions;
    if (built == null) {
      built = LinearActions.of(presenter);
      actions = built;
    }
    return built;
  }

  @Override
  public Optional<PlaybackModel> playback() {
    return Optional.of(presenter.playback());
  }

  @Override
  public String caption() {
    return caption;
  }

  @Override
  public Registration onCaption(Consumer<String> listener) {
    captionListeners.add(listener);
    return () -> captionListeners.remove(listener);
  }

  private void captionMayDiffer() {
    String now = presenter.narration();
    if (!now.equals(caption)) {
      caption = now;
      List.copyOf(captionListeners).forEach(listener -> listener.accept(now));
    }
  }

  @Override
  public UndoControl undo() {
    return presenter.history();
  }

  @Override
  public LessonSection lesson() {
    return new Section();
  }

  /** The state with the place of the step-through, which is no step of the history. */
  private final class Section implements LessonSection {
    @Override
    public LessonNode write() {
      return codec.write(presenter.withPlace());
    }

    @Override
    public Runnable read(Lesson lesson) {
      return lesson
          .read(codec)
          .<Runnable>map(state -> () -> presenter.open(state))
          .orElse(() -> {});
    }

    @Override
    public Registration onChange(Runnable listener) {
      return presenter.history().onChange(listener);
    }
  }
}

package org.inferscope.tab.gpt2;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Captions;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.gpt2.desk.Gpt2Codec;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** The GPT-2 tab, as the app sees it. Event thread. */
public final class Gpt2Tab implements Tab {
  private final Gpt2Presenter presenter;
  private final Captions captions;
  private final Gpt2Codec codec = new Gpt2Codec();
  private final Lazy<Panes> panes;
  private final Lazy<Gpt2View> view;
  private final Lazy<List<SidePanel>> panels;
  private final Lazy<List<AppAction>> actions;

  /** A tab that runs its jobs, shows its explanations and opens other tabs through the app. */
  public Gpt2Tab(TabContext context) {
    presenter = new Gpt2Presenter(context, Edt::after);
    panes = new Lazy<>(this::makePanes);
    captions = new Captions(this::narrate);
    view = new Lazy<>(() -> new Gpt2View(presenter, panes.get()));
    panels =
        new Lazy<>(
            () ->
                Stream.concat(Stream.of(ModelPanel.of(presenter)), panes.get().panels().stream())
                    .toList());
    actions =
        new Lazy<>(
            () ->
                Stream.concat(Gpt2Actions.of(presenter).stream(), panes.get().actions().stream())
                    .toList());
  }

  /** The caption is asked for after the views, which it is about, have heard of a change. */
  private Panes makePanes() {
    Panes made = new Panes(presenter);
    presenter.listen(captions::refresh);
    presenter.playback().listen(captions::refresh);
    return made;
  }

  private String narrate() {
    return presenter.shown().isEmpty()
        ? Texts.get("gpt2tab.caption.start")
        : panes.get().of(presenter.state().view()).caption();
  }

  @Override
  public String id() {
    return Gpt2Codec.ID;
  }

  @Override
  public String title() {
    return Texts.get("gpt2tab.title");
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/tab/gpt2/guide.html";
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
    return LessonSection.of(presenter.history(), codec, Texts.get("gpt2tab.step.lesson"));
  }
}

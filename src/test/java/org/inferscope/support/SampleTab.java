package org.inferscope.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Registration;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.History;
import org.inferscope.ui.state.UndoControl;

/** The smallest tab there can be, for tests of the window around it: its state is one word. */
public final class SampleTab implements Tab {
  private final String id;
  private final History<String> history = new History<>("first");
  private final PlaybackModel playback = new PlaybackModel();
  private final List<AppAction> actions = new ArrayList<>();
  private final List<Consumer<String>> captions = new ArrayList<>();
  private final Lazy<JPanel> stage = new Lazy<>(this::makeStage);
  private final List<SidePanel> panels =
      List.of(new SidePanel("steps", "Steps", SampleTab::makeSteps));

  /** A tab of this id. */
  public SampleTab(String id) {
    this.id = id;
    playback.load(10, 5, 10);
    actions.add(AppAction.of(id + ".shout", "Shout", () -> apply(history.current() + "!")).build());
  }

  private JPanel makeStage() {
    JPanel made = new JPanel(new MigLayout("fill, insets 24, wrap", "[grow,center]"));
    made.setName("stage." + id);
    made.setFocusable(true);
    made.add(new JLabel("A × B = C"));
    JTextField field = new JTextField(12);
    field.setName("sample.field");
    field.getAccessibleContext().setAccessibleName("Word");
    made.add(field);
    return made;
  }

  private static JPanel makeSteps() {
    JPanel steps = new JPanel(new MigLayout());
    steps.setOpaque(false);
    steps.add(new JLabel("for i in range(M):"));
    return steps;
  }

  /** Changes the state, as one step. */
  public void apply(String word) {
    history.apply(word, "Change word");
    captions.forEach(listener -> listener.accept(caption()));
  }

  /** The state. */
  public String word() {
    return history.current();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/support/guide.html";
  }

  @Override
  public JComponent component() {
    return stage.get();
  }

  @Override
  public List<SidePanel> sidePanels() {
    return panels;
  }

  @Override
  public List<AppAction> actions() {
    return actions;
  }

  @Override
  public Optional<PlaybackModel> playback() {
    return Optional.of(playback);
  }

  @Override
  public String caption() {
    return "The word is " + history.current();
  }

  @Override
  public Registration onCaption(Consumer<String> listener) {
    captions.add(listener);
    return () -> captions.remove(listener);
  }

  @Override
  public UndoControl undo() {
    return history;
  }

  @Override
  public LessonSection lesson() {
    return LessonSection.of(history, new Codec(id), "Open lesson");
  }

  private record Codec(String id) implements StateCodec<String> {
    @Override
    public LessonNode write(String state) {
      return new LessonFields().put("word", state).node();
    }

    @Override
    public String read(LessonNode section) {
      return section.get("word").text();
    }
  }
}

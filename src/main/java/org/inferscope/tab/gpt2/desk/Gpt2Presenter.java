package org.inferscope.tab.gpt2.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Session;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.History;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the tab shows: opens the model, cuts the prompt, traces it, and keeps the selection.
 * Confined to one thread, the event thread in the app, on which the compute service calls back.
 *
 * <p>A model that cannot be opened, a prompt that is too long and a pass that fails leave what is
 * shown as it is; {@link #problem} says why.
 */
public final class Gpt2Presenter {
  /** How long typing has to rest before the prompt is traced. */
  static final int PAUSE_MILLIS = 60;

  /** Longer texts are cut in a job. */
  private static final int LONG_TEXT = 4_000;

  private static final String TRACE_LANE = "gpt2.trace";
  private static final String TOKENS_LANE = "gpt2.tokens";
  private static final String FILES_LANE = "gpt2.files";

  /** A sixth of the heap: a pass is traced while the one before is still shown. */
  private static final int PARTS_OF_HEAP = 6;

  /** Runs something once, after a pause. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Begins the pause.
     *
     * @return calls it off
     */
    Registration after(int millis, Runnable work);
  }

  private final TabContext context;
  private final Pause pause;
  private final History<Gpt2State> history = new History<>(Gpt2State.first());
  private final PlaybackModel playback = new PlaybackModel();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Models models;
  private final Tracer tracer = new Tracer(Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP);
  private PromptTokens tokens = PromptTokens.NONE;

  /** What the tokens are those of; null where the prompt has to be cut anew. */
  private @Nullable String cutPrompt;

  private @Nullable Shown shown;
  private @Nullable Registration pausing;

  /** The model that the person chose last. */
  private String chosen = "";

  /** Whether the pass that is shown was traced on another device. */
  private boolean isOld;

  private boolean started;
  private boolean tracing;
  private boolean held;
  private String problem = "";
  private String notice = "";
  private String device;

  /** A presenter of the embedded model and the notebook's prompt; nothing is opened yet. */
  public Gpt2Presenter(TabContext context, Pause pause) {
    this.context = context;
    this.pause = pause;
    models = new Models(context, this::fire, sentence -> problem = sentence);
    device = context.compute().active().device().id();
    history.listen(state -> follow());
    context
        .compute()
        .addListener(
            new ServiceListener() {
              @Override
              public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
                deviceChanged(active.device().id());
              }
            });
  }

  /** Opens the model, once the tab is seen; does nothing when it is called again. */
  public void start() {
    if (started) {
      return;
    }
    started = true;
    models.start(this::chooseFolder);
    follow();
  }

  /** Opens the card that gets a model, which is changed over to once it is there. */
  public void get() {
    models.get();
  }

  /** What the app gives to the tab. */
  public TabContext context() {
    return context;
  }

  /** What the person has set. */
  public Gpt2State state() {
    return history.current();
  }

  /** Undo and redo. */
  public History<Gpt2State> history() {
    return history;
  }

  /** What Space and the arrows play: the walk through the map. */
  public PlaybackModel playback() {
    return playback;
  }

  /** Calls the listener after each change, until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells all listeners that there may be something else to show. */
  public void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /**
   * Changes the state.
   *
   * @param label what the step is called in the menu, such as "Select a head"
   * @param gesture what the step is part of, such as a slider that is dragged; null for a step of
   *     its own
   */
  public void change(UnaryOperator<Gpt2State> to, String label, @Nullable Object gesture) {
    history.apply(to.apply(state()), label, gesture);
  }

  /** Brings a view to the front. */
  public void show(View view) {
    change(state -> state.with(view), Texts.get("gpt2tab.step.view"), "view");
    checkFiles();
  }

  // ---- models

  /** The models of this machine, as far as they are known. */
  public List<FoundModel> found() {
    return models.found();
  }

  /** The model in use; empty until one was opened. */
  public Optional<ModelInUse> model() {
    return models.inUse();
  }

  /** What the model in use was asked for by; empty without one. */
  public String modelId() {
    return models.id();
  }

  /** What is being opened by what it is asked for; empty if nothing is. */
  public String opening() {
    return models.opening();
  }

  /** What models there are, and the card that gets more. */
  public Optional<ModelShelf> shelf() {
    return context.models();
  }

  /** Looks again which models there are. */
  public void look() {
    models.look();
  }

  /**
   * Opens a model and changes over to it, as a step that can be undone; the same one again if its
   * files have changed.
   *
   * @param idOrFolder an id of a found one, or a folder
   */
  public void choose(String idOrFolder) {
    chosen = idOrFolder;
    models.open(
        idOrFolder,
        () -> {
          forget();
          // If that is no change, the prompt is still to be cut and traced.
          change(state -> state.withModel(idOrFolder), Texts.get("gpt2tab.step.model"), null);
          follow();
        });
  }

  /** Of the model before. */
  private void forget() {
    take(null);
    isOld = false;
    tokens = PromptTokens.NONE;
    cutPrompt = null;
    context.inspector().clear();
  }

  /** Looks whether the model's files are still what they were, and says so if they are not. */
  public void checkFiles() {
    ModelInUse used = model().orElse(null);
    if (used != null) {
      submit(
          FILES_LANE,
          Texts.get("gpt2tab.job.find"),
          (gpt2, job) -> used.file().isUnchanged(),
          outcome -> checked(used, outcome));
    }
  }

  private void checked(ModelInUse used, Outcome<Boolean> outcome) {
    if (outcome instanceof Outcome.Done<Boolean> done
        && !done.value()
        && used == model().orElse(null)) {
      sayProblem(Texts.get("gpt2tab.changed", used.name()));
    }
  }

  // ---- the prompt

  /** Changes the prompt, as part of one burst of typing. */
  public void type(String prompt) {
    change(state -> state.withPrompt(prompt), Texts.get("gpt2tab.step.type"), "type");
  }

  /** Takes another prompt and brings a view to the front, as one step. */
  public void open(String prompt, View view) {
    change(state -> state.withPrompt(prompt).with(view), Texts.get("gpt2tab.step.example"), null);
  }

  /** The tokens of the prompt as it stands, and those written after it. */
  public PromptTokens tokens() {
    return tokens;
  }

  /** How many tokens too many there are for the model; 0 if they fit. */
  public int tooMany() {
    return model().map(used -> Math.max(0, tokens.size() - used.config().context())).orElse(0);
  }

  /** The pass that is shown; empty until there is one, or while the prompt is empty. */
  public Optional<Shown> shown() {
    return Optional.ofNullable(shown);
  }

  /** Whether a pass is on its way that is not shown yet. */
  public boolean isTracing() {
    return tracing || pausing != null;
  }

  /** What is wrong, in a sentence; empty if nothing is. */
  public String problem() {
    return problem;
  }

  /** What was done, such as a file that was written; empty if nothing was since the last change. */
  public String notice() {
    return notice;
  }

  /** Says what was done, until something else changes. */
  public void say(String sentence) {
    notice = sentence;
    fire();
  }

  /** Says what went wrong, until something else changes. */
  public void sayProblem(String sentence) {
    problem = sentence;
    fire();
  }

  /**
   * Keeps passes from being traced while the model writes token after token.
   *
   * @param on whether from now on; when it ends, what is new is traced
   */
  public void hold(boolean on) {
    held = on;
    if (!on) {
      traceSoon(0);
    }
  }

  /**
   * A change of the state: opens the model that it names, unless the person has just chosen another
   * one that is still being opened; cuts and traces as far as there is something new.
   */
  private void follow() {
    notice = "";
    if (!started) {
      fire();
      return;
    }
    Gpt2State state = state();
    if (!models.opening().equals(chosen) || chosen.isEmpty()) {
      models.want(
          state.model(),
          () -> {
            forget();
            follow();
          });
    }
    boolean typed = cutPrompt != null && !state.prompt().equals(cutPrompt);
    if (cut()) {
      traceSoon(typed ? PAUSE_MILLIS : 0);
    }
    fire();
  }

  /** Cuts the prompt if it has changed; says whether there are other tokens now. */
  private boolean cut() {
    ModelInUse used = model().orElse(null);
    if (used == null) {
      return false;
    }
    Gpt2State state = state();
    boolean samePrompt = state.prompt().equals(cutPrompt);
    if (samePrompt && state.generated().equals(tokens.generated())) {
      return false;
    }
    try {
      if (samePrompt) {
        tokens = PromptTokens.of(used.tokenizer(), tokens.typed(), state.generated());
      } else if (state.prompt().length() > LONG_TEXT) {
        cutPrompt = state.prompt();
        cutLong(used, state.prompt());
        return false;
      } else {
        tokens = PromptTokens.of(used.tokenizer(), state.prompt(), state.generated());
      }
      cutPrompt = state.prompt();
      return true;
    } catch (InferscopeException e) {
      problem = e.sentence();
      cutPrompt = state.prompt();
      return false;
    }
  }

  private void cutLong(ModelInUse used, String prompt) {
    submit(
        TOKENS_LANE,
        Texts.get("gpt2tab.job.cut"),
        (gpt2, job) -> used.tokenizer().encode(prompt),
        outcome -> cutLong(used, prompt, outcome));
  }

  private void cutLong(ModelInUse used, String prompt, Outcome<List<Token>> outcome) {
    if (!prompt.equals(state().prompt()) || used != model().orElse(null)) {
      return;
    }
    if (outcome instanceof Outcome.Done<List<Token>> done) {
      tokens = PromptTokens.of(used.tokenizer(), done.value(), state().generated());
      traceSoon(0);
    } else if (outcome instanceof Outcome.Failed<List<Token>> failed) {
      problem = failed.error().sentence();
    }
    fire();
  }

  private void traceSoon(int millis) {
    Registration waiting = pausing;
    pausing = null;
    if (waiting != null) {
      waiting.close();
    }
    if (millis == 0) {
      trace();
    } else {
      pausing =
          pause.after(
              millis,
              () -> {
                pausing = null;
                if (!held) {
                  history.endGesture(); // The next burst of typing is a step of its own.
                }
                trace();
              });
    }
  }

  private void trace() {
    ModelInUse used = model().orElse(null);
    if (used == null || held) {
      return;
    }
    if (tokens.size() == 0 || tooMany() > 0) {
      context.compute().lane(TRACE_LANE).cancel();
      tracing = false;
      problem = tooMany() > 0 ? tooManyWords(used) : "";
      if (tokens.size() == 0) {
        take(null);
      }
      fire();
      return;
    }
    PromptTokens traced = tokens;
    boolean same = shown != null && shown.model() == used && shown.tokens().equals(traced);
    if (same && !isOld) {
      // A pass of what was typed in between may be on its way.
      context.compute().lane(TRACE_LANE).cancel();
      tracing = false;
      problem = "";
      fire();
      return;
    }
    tracing = true;
    submit(
        TRACE_LANE,
        Texts.get("gpt2tab.job.trace", Numbers.count(traced.size())),
        (gpt2, job) -> tracer.trace(used, traced, gpt2, job),
        this::traced);
  }

  private String tooManyWords(ModelInUse used) {
    return Texts.get(
        "gpt2tab.tooMany",
        Numbers.count(tokens.size()),
        Numbers.count(tooMany()),
        Numbers.count(used.config().context()));
  }

  private void traced(Outcome<Shown> outcome) {
    if (!tracing) {
      return; // It was already on its way when it was called off.
    }
    tracing = false;
    if (outcome instanceof Outcome.Done<Shown> done) {
      if (!done.value().model().isClosed()) {
        take(done.value());
        isOld = false;
        problem = "";
        context.inspector().refresh(done.value().explainer());
      }
    } else if (outcome instanceof Outcome.Failed<Shown> failed) {
      problem = failed.error().sentence();
    }
    fire();
  }

  private void take(@Nullable Shown next) {
    Shown before = shown;
    shown = next;
    if (before != null) {
      before.replaced();
    }
  }

  private void deviceChanged(String active) {
    if (!active.equals(device)) {
      device = active;
      isOld |= shown != null;
      // Also where nothing is shown: the first pass may have been lost with its device.
      traceSoon(0);
    }
  }

  /**
   * Runs a job with the model in use, in place of the lane's job before it. Does nothing without a
   * model.
   *
   * @param lane its own for each kind of job, such as "gpt2.lens"
   */
  public <T> void submit(
      String lane, String title, Gpt2Session.Work<T> work, JobListener<T> listener) {
    ModelInUse used = model().orElse(null);
    if (used != null) {
      context.compute().lane(lane).submit(used.session().request(title, work), listener);
    }
  }

  // ---- the selection

  /** The token that is followed: the selected one, or the last; 0 while nothing is shown. */
  public int token() {
    int last = shown == null ? 0 : shown.tokens().size() - 1;
    OptionalInt chosen = state().focus().token();
    return chosen.isPresent() ? Math.min(chosen.getAsInt(), last) : last;
  }

  /** The selected block, one that the model has. */
  public int layer() {
    return model()
        .map(used -> Math.min(state().focus().layer(), used.config().layers() - 1))
        .orElse(0);
  }

  /** The selected head, one that a block has. */
  public int head() {
    return model()
        .map(used -> Math.min(state().focus().head(), used.config().heads() - 1))
        .orElse(0);
  }

  /** Follows a token from now on. */
  public void selectToken(int position) {
    OptionalInt token =
        position == tokens.size() - 1 ? OptionalInt.empty() : OptionalInt.of(position);
    change(
        state -> state.with(state.focus().withToken(token)),
        Texts.get("gpt2tab.step.token"),
        "token");
  }

  /** Selects a head. */
  public void selectHead(int layer, int head) {
    change(
        state -> state.with(state.focus().withHead(layer, head)),
        Texts.get("gpt2tab.step.head"),
        "head");
  }

  /** Selects a block, and in it the head of the same number. */
  public void selectLayer(int layer) {
    selectHead(layer, state().focus().head());
  }

  /** Shows in the inspector how a number of the shown pass came to be, if there is one. */
  public void explain(ValueRef ref) {
    shown().ifPresent(pass -> explain(pass.explainer(), ref));
  }

  /** Shows in the inspector how a number came to be, if its model is still in use. */
  public void explain(Explainer explainer, ValueRef ref) {
    if (explainer.knows(ref)) {
      context.inspector().open(explainer, ref);
    }
  }

  /** Opens the model in a folder. */
  public void chooseFolder(Path folder) {
    choose(folder.toString());
  }
}

package org.inferscope.tab.gpt2.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.inferscope.compute.Outcome;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.attention.AttentionExplainer;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tab.gpt2.desk.AttentionSettings;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Says what the view of attention shows, and takes what the person does in it. Keeps the figures of
 * the pass that is shown. Confined to the presenter's thread.
 */
final class AttentionDesk {
  /** As many weights are measured at once, in a few milliseconds; more in a job. */
  static final long MOST_AT_ONCE = 200_000;

  private static final String LANE = "gpt2.attention";

  private final Gpt2Presenter presenter;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Pass pass;
  private String notice = "";
  private boolean wasInFront;

  /** A pass with its explainer and, once they are measured, the figures of its heads. */
  private static final class Pass {
    private final Shown shown;
    private final int number;
    private final AttentionExplainer explainer;
    private @Nullable HeadFigures figures;
    private boolean measuring;

    Pass(Shown shown, int number) {
      this.shown = shown;
      this.number = number;
      explainer = new AttentionExplainer(shown.trace(), shown.tokens()::word, shown.explainer());
    }
  }

  AttentionDesk(Gpt2Presenter presenter) {
    this.presenter = presenter;
    presenter.listen(this::changed);
  }

  Gpt2Presenter presenter() {
    return presenter;
  }

  /** Calls a listener after each change while the view is in front, and once when it leaves. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  boolean isInFront() {
    return presenter.state().view() == View.ATTENTION;
  }

  private void changed() {
    if (pass != null) {
      // The inspector may show a figure of the pass before, whatever view is in front.
      presenter.shown().filter(shown -> HeadFigures.areIn(shown.trace())).ifPresent(this::pass);
    }
    if (isInFront() || wasInFront) {
      wasInFront = isInFront();
      List.copyOf(listeners).forEach(Runnable::run);
    }
  }

  /**
   * What to show; empty while there is no pass, if it has no weights of attention, and while
   * another view is in front, so that nothing holds on to a pass that is no longer shown.
   */
  Optional<AttentionScene> scene() {
    if (!isInFront()) {
      return Optional.empty();
    }
    return presenter.shown().filter(shown -> HeadFigures.areIn(shown.trace())).map(this::scene);
  }

  private AttentionScene scene(Shown shown) {
    Pass of = pass(shown);
    if (of.figures == null && !of.measuring) {
      measure(of);
    }
    return new AttentionScene(
        shown,
        of.number,
        of.explainer,
        Optional.ofNullable(of.figures),
        presenter.layer(),
        presenter.head(),
        presenter.token(),
        settings());
  }

  /** Why there is no scene, in a sentence. */
  String emptiness() {
    if (presenter.shown().isPresent()) {
      return Texts.get("attention.notKept");
    }
    return presenter.state().prompt().isEmpty()
        ? Texts.get("attention.noPrompt")
        : Texts.get("attention.waiting");
  }

  private Pass pass(Shown shown) {
    Pass now = pass;
    if (now == null || isOther(now.shown, shown)) {
      now = new Pass(shown, now == null ? 0 : now.number + 1);
      pass = now;
      presenter.context().inspector().refresh(now.explainer);
    }
    return now;
  }

  /** Identity on purpose: each pass is a new object, and its numbers are not compared. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOther(Shown one, Shown other) {
    return one != other;
  }

  private void measure(Pass of) {
    if (HeadFigures.weights(of.shown.trace()) <= MOST_AT_ONCE) {
      of.figures = HeadFigures.of(of.shown.trace(), () -> {});
      return;
    }
    of.measuring = true;
    presenter.submit(
        LANE,
        Texts.get("attention.job.measure"),
        (gpt2, job) -> HeadFigures.of(of.shown.trace(), job::checkCancelled),
        outcome -> measured(of, outcome));
  }

  private void measured(Pass of, Outcome<HeadFigures> outcome) {
    of.measuring = false;
    if (outcome instanceof Outcome.Done<HeadFigures> done) {
      of.figures = done.value();
    } else if (outcome instanceof Outcome.Failed<HeadFigures> failed) {
      notice = failed.error().sentence();
    }
    presenter.fire();
  }

  /** What was saved or failed last, in a sentence; empty for nothing. */
  String notice() {
    return notice;
  }

  /** Shows a sentence until there is another one. */
  void say(String sentence) {
    notice = sentence;
    presenter.fire();
  }

  AttentionSettings settings() {
    return presenter.state().attention();
  }

  private void change(UnaryOperator<AttentionSettings> to, String label, @Nullable Object gesture) {
    presenter.change(state -> state.with(to.apply(state.attention())), label, gesture);
  }

  void setScale(AttentionSettings.Scale scale) {
    change(now -> now.with(scale), Texts.get("attention.step.scale"), null);
  }

  void setSubject(AttentionSettings.Subject subject) {
    change(now -> now.with(subject), Texts.get("attention.step.subject"), null);
  }

  void rankBy(HeadFigure figure) {
    change(now -> now.with(figure), Texts.get("attention.step.ranking"), null);
  }

  /** Shows only the heads of a tag, or all again if it is those that are shown. */
  void toggleFilter(HeadTag tag) {
    Optional<HeadTag> wanted = Optional.of(tag);
    change(
        now -> now.with(now.filter().equals(wanted) ? Optional.empty() : wanted),
        Texts.get("attention.step.filter"),
        null);
  }

  /** Enlarges the large map by some steps; negative for smaller. */
  void zoom(int steps) {
    change(now -> now.withZoom(now.zoom() + steps), Texts.get("attention.step.zoom"), "zoom");
  }

  /** Shows all of the large map. */
  void zoomOut() {
    change(now -> now.withZoom(0), Texts.get("attention.step.zoom"), null);
  }

  /** Selects a head if there is one; beyond the edge nothing happens. */
  void select(int layer, int head) {
    presenter
        .model()
        .map(model -> model.config())
        .filter(config -> layer >= 0 && layer < config.layers())
        .filter(config -> head >= 0 && head < config.heads())
        .ifPresent(config -> presenter.selectHead(layer, head));
  }

  /** Follows a token if there is one at that position. */
  void follow(int token) {
    if (token >= 0 && token < presenter.tokens().size()) {
      presenter.selectToken(token);
    }
  }

  /** Opens a number of the pass, or a figure, in the inspector. */
  void explain(ValueRef ref) {
    scene().ifPresent(scene -> presenter.explain(scene.explainer(), ref));
  }
}

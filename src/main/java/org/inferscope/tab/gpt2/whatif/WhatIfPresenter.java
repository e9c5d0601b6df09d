package org.inferscope.tab.gpt2.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Outcome;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Rerun;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.model.gpt2.whatif.WhatIfExplainer;
import org.inferscope.model.gpt2.whatif.WhatIfRef;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.desk.WhatIfSettings;
import org.inferscope.tab.gpt2.desk.WhatIfSettings.Target;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the view of what if shows: runs the pass again without what was taken away, and lets
 * {@link SweepRunner} take every head away in turn. Confined to the event thread in the app.
 *
 * <p>While its view is in front; behind another one nothing runs. What was computed for a pass goes
 * with it.
 */
final class WhatIfPresenter {
  private static final String AFTER_LANE = "gpt2.whatif.after";

  private final Gpt2Presenter desk;
  private final SweepRunner sweeps;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable WhatIfResult result;
  private @Nullable Compared compared;
  private List<Comparison.Row> rows = List.of();
  private int rowsRoom;
  private int best = -1;
  private @Nullable Asked asked;
  private String notice = "";

  /** A comparison, its divergence, and what they were made of. */
  private record Compared(WhatIfResult result, int position, Comparison comparison, double nats) {
    boolean isOf(WhatIfResult other, int place) {
      return result.equals(other) && position == place;
    }
  }

  /** What the pass without some parts was last asked for with. */
  private record Asked(Shown shown, Ablation ablation) {}

  /** A presenter that follows the tab's. */
  WhatIfPresenter(Gpt2Presenter desk) {
    this.desk = desk;
    sweeps = new SweepRunner(desk, this::fire, desk::fire);
    desk.listen(this::follow);
    follow();
  }

  Gpt2Presenter desk() {
    return desk;
  }

  WhatIfSettings settings() {
    return desk.state().whatIf();
  }

  /** Calls the listener after each change of what is to be shown. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  // ---- what is shown

  /** The passes that are shown; empty while there is none. */
  Optional<WhatIfResult> result() {
    return Optional.ofNullable(result);
  }

  /** After which token the next is looked at, among those of the passes that are shown. */
  int position() {
    WhatIfResult made = result;
    return made == null ? 0 : Math.min(desk.token(), made.after().tokens() - 1);
  }

  /** What comes next, before and after; empty where there is no pass or its logits are not kept. */
  Optional<Comparison> comparison() {
    WhatIfResult made = result;
    int position = position();
    if (made == null
        || !made.shown().trace().hasLogits(position)
        || !made.after().hasLogits(position)) {
      return Optional.empty();
    }
    Compared kept = compared;
    if (kept == null || !kept.isOf(made, position)) {
      Comparison fresh =
          new Comparison(made.shown().trace().logits(position), made.after().logits(position));
      kept = new Compared(made, position, fresh, fresh.nats());
      compared = kept;
      best = -1;
      rows = List.of();
    }
    return Optional.of(kept.comparison());
  }

  /** The divergence of the comparison. */
  double nats() {
    return comparison().isPresent() && compared != null ? compared.nats() : 0;
  }

  /** The comparison's most probable tokens, kept until there is another or other room. */
  List<Comparison.Row> rows(int room) {
    Optional<Comparison> made = comparison();
    if (made.isPresent() && (rows.isEmpty() || rowsRoom != room)) {
      rows = made.get().top(room);
      rowsRoom = room;
    }
    return made.isPresent() ? rows : List.of();
  }

  /** What the model itself would say next. */
  private int best(Comparison made) {
    if (best < 0) {
      best = made.before().best();
    }
    return best;
  }

  /** What the state takes away of the passes that are shown, also before it has been computed. */
  Ablation wanted() {
    WhatIfResult made = result;
    Ablation all = settings().ablation();
    return made == null ? all.with(List.of()) : all.in(config(made), made.after().tokens());
  }

  private static Gpt2Config config(WhatIfResult made) {
    return made.shown().config();
  }

  /** The next token that heads are judged by; empty while nothing is shown. */
  Optional<Integer> target() {
    return comparison().map(made -> ownTarget(made.before().size()).orElseGet(() -> best(made)));
  }

  /** The token that the person chose, if this model has it. */
  private Optional<Integer> ownTarget(int vocabulary) {
    return settings()
        .target()
        .filter(chosen -> chosen.model().equals(desk.modelId()))
        .map(Target::id)
        .filter(id -> id < vocabulary);
  }

  /** Whether the target was chosen by the person. */
  boolean hasOwnTarget() {
    return comparison().flatMap(made -> ownTarget(made.before().size())).isPresent();
  }

  /** What each part does for the target, as far as it is known. */
  Optional<Importance> importance() {
    return sweeps.importance();
  }

  /** Whether heads are being taken away in turn. */
  boolean isSweeping() {
    return sweeps.isRunning();
  }

  /** What went wrong, in a sentence; empty if nothing did. */
  String notice() {
    return notice.isEmpty() ? sweeps.problem() : notice;
  }

  private void say(String sentence) {
    notice = sentence;
    fire();
  }

  /** The pass with all parts; empty while there is none. */
  Optional<Shown> shown() {
    return result().map(WhatIfResult::shown);
  }

  // ---- following

  /**
   * Follows the tab; whoever narrates has heard of that already, and is told if it came to more.
   */
  private void follow() {
    WhatIfResult old = result;
    update();
    if (!Objects.equals(old, result)) {
      desk.fire();
    }
  }

  private void update() {
    Shown now = desk.shown().orElse(null);
    if (now == null || (result != null && result.shown().model().isClosed())) {
      result = null;
      compared = null;
      asked = null;
    }
    if (desk.state().view() != View.WHAT_IF) {
      sweeps.stop();
      return;
    }
    if (now != null) {
      run(now);
    }
    sweeps.follow(result, position(), target());
    fire();
  }

  /** Runs the pass without what is taken away, unless that has been done or asked for. */
  private void run(Shown now) {
    Ablation ablation = settings().ablation().in(now.config(), now.trace().tokens());
    Asked next = new Asked(now, ablation);
    if (next.equals(asked)) {
      return;
    }
    asked = next;
    if (ablation.isEmpty()) {
      desk.context().compute().lane(AFTER_LANE).cancel();
      take(new WhatIfResult(now, ablation, now.trace()));
      return;
    }
    desk.submit(
        AFTER_LANE,
        Texts.get("whatif.job.after"),
        (gpt2, job) ->
            new WhatIfResult(
                now,
                ablation,
                Rerun.trace(gpt2, now.trace(), ablation.interventions(), job::checkCancelled)),
        this::ran);
  }

  private void ran(Outcome<WhatIfResult> outcome) {
    if (outcome instanceof Outcome.Done<WhatIfResult> done) {
      WhatIfResult made = done.value();
      // A result may have been on its way when nothing was to be taken away any more.
      if (!made.shown().model().isClosed()
          && new Asked(made.shown(), made.ablation()).equals(asked)) {
        take(done.value());
        desk.fire();
      }
    } else if (outcome instanceof Outcome.Failed<WhatIfResult> failed) {
      say(failed.error().sentence());
    }
  }

  private void take(WhatIfResult made) {
    result = made;
    notice = "";
    explainer().ifPresent(desk.context().inspector()::refresh);
  }

  // ---- where numbers come from

  /** Explains the numbers on screen; empty while there are none. */
  Optional<WhatIfExplainer> explainer() {
    return result()
        .map(
            made ->
                new WhatIfExplainer(
                    made.shown().explainer(),
                    made.shown().trace(),
                    made.after(),
                    made.shown().model().weights(),
                    made.ablation(),
                    importance(),
                    made.shown()::word));
  }

  private void explain(ValueRef ref) {
    explainer().ifPresent(made -> desk.explain(made, ref));
  }

  /** A part's number in the map; of a token, what was typed. */
  private Optional<ValueRef> ref(Part part) {
    if (part instanceof Part.Token token) {
      return Optional.of(new Gpt2Ref.Typed(token.position()));
    }
    return target().map(id -> new WhatIfRef.Change(part, position(), id, settings().measure()));
  }

  /** Whether there is something to say of a part's number. */
  boolean canExplain(Part part) {
    Optional<ValueRef> ref = ref(part);
    return ref.isPresent() && explainer().filter(made -> made.knows(ref.get())).isPresent();
  }

  /** Shows where the map's number for a part comes from, if it has one. */
  void explain(Part part) {
    ref(part).ifPresent(this::explain);
  }

  /** Shows where the divergence comes from. */
  void explainDivergence() {
    explain(new WhatIfRef.Divergence(position()));
  }

  /** Shows where a figure of the paired bars comes from, or judges heads by the token. */
  void open(int id, PairFigure figure) {
    int position = position();
    switch (figure) {
      case TOKEN -> target(id);
      case BEFORE -> explain(new Gpt2Ref.Probability(position, id));
      case AFTER -> explain(new WhatIfRef.After(new Gpt2Ref.Probability(position, id)));
      case CHANGE -> explain(new WhatIfRef.Difference(position, id));
      case LOGIT_BEFORE -> explain(new Gpt2Ref.Logit(position, id));
      case LOGIT_AFTER -> explain(new WhatIfRef.After(new Gpt2Ref.Logit(position, id)));
    }
  }

  // ---- what the person does

  private void change(UnaryOperator<WhatIfSettings> to, String label, @Nullable Object gesture) {
    desk.change(state -> state.with(to.apply(state.whatIf())), label, gesture);
  }

  /** Takes parts away, or puts them back if all of them were gone. */
  void toggle(Collection<? extends Part> parts) {
    Part first = parts.iterator().next();
    String label =
        wanted().parts().containsAll(parts)
            ? Texts.get("whatif.step.back")
            : Texts.get("whatif.step.away");
    desk.change(
        state -> {
          WhatIfSettings own = state.whatIf();
          return (parts.size() == 1 && first instanceof Part.Head head
                  ? state.with(state.focus().withHead(head.layer(), head.head()))
                  : state)
              .with(own.with(own.ablation().toggled(parts)));
        },
        label,
        null);
  }

  /** Takes one part away and puts all others back. */
  void only(Part part) {
    change(
        own -> own.with(own.ablation().with(List.of(part))), Texts.get("whatif.step.away"), null);
  }

  /** Puts everything back. */
  void reset() {
    change(own -> own.with(own.ablation().with(List.<Part>of())), Texts.get("whatif.reset"), null);
  }

  /** Lets something else stand in for what is taken away. */
  void fill(Fill fill) {
    change(own -> own.with(own.ablation().with(fill)), Texts.get("whatif.step.fill"), null);
  }

  /** Shows something else in the map. */
  void measure(Measure measure) {
    change(own -> own.with(measure), Texts.get("whatif.step.measure"), "whatif.measure");
  }

  /** Judges heads by a token. */
  void target(int id) {
    Target chosen = new Target(desk.modelId(), id);
    change(own -> own.with(Optional.of(chosen)), Texts.get("whatif.step.target"), "whatif.target");
  }

  /** Judges heads by what the model itself would say. */
  void clearTarget() {
    change(own -> own.with(Optional.empty()), Texts.get("whatif.step.target"), "whatif.target");
  }

  /**
   * Judges heads by a word: the token of the word after a space if there is one, else the first
   * token of the text as it is.
   *
   * @param text what was typed; a middle dot stands for a space; empty for the model's choice
   */
  void typeTarget(String text) {
    Shown made = result == null ? null : result.shown();
    String plain = text.replace('·', ' ');
    if (plain.isBlank() && plain.isEmpty()) {
      clearTarget();
    } else if (made != null) {
      try {
        List<Token> after = made.model().tokenizer().encode(" " + plain);
        boolean isOne = after.size() == 1 && !plain.startsWith(" ");
        List<Token> found = isOne ? after : made.model().tokenizer().encode(plain);
        found.stream().findFirst().ifPresent(token -> target(token.id()));
      } catch (InferscopeException e) {
        say(e.sentence());
      }
    }
  }

  /** Begins to take heads away in turn, or stops. */
  void sweep(boolean on) {
    if (settings().sweeps() != on) {
      String label = on ? Texts.get("whatif.step.sweep") : Texts.get("whatif.step.stop");
      change(own -> own.withSweeps(on), label, "whatif.sweep");
    }
  }

  /** A token as it is written on screen. */
  String word(int id) {
    return Objects.requireNonNull(result, "result").shown().word(id);
  }
}

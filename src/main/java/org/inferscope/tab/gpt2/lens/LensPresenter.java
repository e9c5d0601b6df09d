package org.inferscope.tab.gpt2.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.Outcome;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.model.gpt2.lens.LensExplainer;
import org.inferscope.model.gpt2.lens.LensRank;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.LensSettings;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Computes the lens of the pass that is shown, while the view is in front: in turns, between which
 * other jobs have the model, and with each turn there are more cells. Confined to one thread, the
 * event thread in the app.
 */
final class LensPresenter {
  private static final String LANE = "gpt2.lens";
  private static final String COLUMN_LANE = "gpt2.lens.column";

  /** As many of the most probable tokens as a cell tells. */
  static final int TOP = 5;

  /** Cells at a time: enough to make a product of matrices of it, few enough to stop soon. */
  private static final int CELLS = 32;

  /** A turn gives the model back after so long. */
  private static final long TURN_NANOS = 40_000_000;

  private final Gpt2Presenter desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Shown pass;
  private @Nullable LogitLens lens;
  private @Nullable LensColumn column;
  private OptionalInt awaited = OptionalInt.empty();
  private boolean running;
  private String problem = "";
  private @Nullable LensSettings resolvedFor;
  private Target target = new Target(OptionalInt.empty(), "", false);

  LensPresenter(Gpt2Presenter desk) {
    this.desk = desk;
    desk.listen(this::follow);
  }

  Gpt2Presenter desk() {
    return desk;
  }

  /** Calls the listener whenever there is more of the lens. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Takes up a new pass, and computes what is missing while the view is in front. */
  void follow() {
    Shown now = desk.shown().orElse(null);
    if (!isKept(now)) {
      takeUp(now);
    }
    if (now == null || desk.state().view() != View.LENS) {
      return;
    }
    resolve(now);
    if (problem.isEmpty() && canRun(now)) {
      turn(now);
      look(now);
    }
  }

  // Two passes are the same only if they are one.
  @SuppressWarnings("ReferenceEquality")
  private boolean isKept(@Nullable Shown now) {
    return now == pass;
  }

  // The model of an older pass is closed, or about to be.
  @SuppressWarnings("ReferenceEquality")
  private boolean canRun(Shown now) {
    ModelInUse used = desk.model().orElse(null);
    return used != null && used == now.model();
  }

  private void takeUp(@Nullable Shown now) {
    pass = now;
    desk.context().compute().lane(LANE).cancel();
    desk.context().compute().lane(COLUMN_LANE).cancel();
    lens = now == null ? null : LogitLens.empty(now.trace(), TOP);
    column = null;
    resolvedFor = null;
    awaited = OptionalInt.empty();
    running = false;
    problem = "";
    if (now != null) {
      // Ranks of the pass before are not those of this one.
      refreshInspector(now, 0, List.of());
    }
  }

  private void refreshInspector(Shown now, int position, List<Distribution> said) {
    desk.context().inspector().refresh(explainer(now, position, said));
  }

  private static LensExplainer explainer(Shown of, int position, List<Distribution> said) {
    return new LensExplainer(of.explainer(), position, said, of::word);
  }

  // ---- the table

  /** The lens of the shown pass, as far as it is computed; empty while nothing is shown. */
  Optional<LogitLens> lens() {
    return Optional.ofNullable(lens);
  }

  /** All that there is to show; empty while nothing is shown. */
  Optional<LensScene> scene() {
    Shown now = pass;
    LogitLens made = lens;
    return now == null || made == null ? Optional.empty() : Optional.of(scene(now, made));
  }

  private LensScene scene(Shown now, LogitLens made) {
    boolean isOwn = target.id().isEmpty() && !target.isBad();
    return new LensScene(now, made, desk.token(), targetId(), isOwn, standings());
  }

  /** How much of it is there, from 0 to 1. */
  double part() {
    LogitLens made = lens;
    return made == null ? 0 : made.size() / (double) (made.states() * made.tokens());
  }

  /** Why it cannot be computed, in a sentence; empty if it can. */
  String problem() {
    return problem;
  }

  private void turn(Shown now) {
    LogitLens made = lens;
    if (running || made == null || made.isComplete()) {
      return;
    }
    running = true;
    desk.submit(
        LANE,
        Texts.get("gpt2lens.job"),
        (gpt2, job) -> turn(gpt2, job, now, made),
        outcome -> turned(now, outcome));
  }

  private static LogitLens turn(Gpt2 gpt2, JobContext job, Shown now, LogitLens made) {
    long start = System.nanoTime();
    LogitLens more = made;
    do {
      more = more.next(gpt2, now.trace(), CELLS, job::checkCancelled);
    } while (!more.isComplete() && System.nanoTime() - start < TURN_NANOS);
    return more;
  }

  private void turned(Shown of, Outcome<LogitLens> outcome) {
    if (!isKept(of)) {
      return;
    }
    running = false;
    if (outcome instanceof Outcome.Done<LogitLens> done) {
      lens = done.value();
      follow();
      if (done.value().isComplete()) {
        desk.fire();
      }
    } else if (outcome instanceof Outcome.Failed<LogitLens> failed) {
      problem = failed.error().sentence();
    }
    fire();
  }

  // ---- the column of the followed token

  /** Computes the column of the followed token, unless it is there. */
  private void look(Shown now) {
    int position = desk.token();
    boolean known = column != null && column.position() == position;
    if (known || awaited.equals(OptionalInt.of(position))) {
      return;
    }
    awaited = OptionalInt.of(position);
    desk.submit(
        COLUMN_LANE,
        Texts.get("gpt2lens.job.column"),
        (gpt2, job) ->
            new LensColumn(
                position, LogitLens.column(gpt2, now.trace(), position, job::checkCancelled)),
        outcome -> looked(now, outcome));
  }

  private void looked(Shown of, Outcome<LensColumn> outcome) {
    if (!isKept(of)) {
      return;
    }
    awaited = OptionalInt.empty();
    if (outcome instanceof Outcome.Done<LensColumn> done) {
      column = done.value();
      // Meanwhile another token may be followed.
      look(of);
    } else if (outcome instanceof Outcome.Failed<LensColumn> failed) {
      problem = failed.error().sentence();
    }
    fire();
  }

  /** The column of the followed token; empty until it is computed. */
  private Optional<LensColumn> column() {
    return Optional.ofNullable(column).filter(made -> made.position() == desk.token());
  }

  // ---- the target

  private void resolve(Shown now) {
    LensSettings settings = desk.state().lens();
    if (!settings.equals(resolvedFor) && !now.model().isClosed()) {
      resolvedFor = settings;
      target = Target.of(settings, now.model().tokenizer());
    }
  }

  /** What is followed, as it was set. */
  Target target() {
    return target;
  }

  /** The token that is followed; empty until it is known. */
  OptionalInt targetId() {
    if (target.id().isPresent() || target.isBad()) {
      return target.id();
    }
    Optional<Scored> own = lens().flatMap(made -> made.own(desk.token()));
    return own.isPresent() ? OptionalInt.of(own.get().id()) : OptionalInt.empty();
  }

  /** Where it stands in each hidden state, as far as that is known. */
  List<Standing> standings() {
    OptionalInt id = targetId();
    LogitLens made = lens;
    if (id.isEmpty() || made == null) {
      return List.of();
    }
    Optional<LensColumn> all = column();
    List<Standing> standings = new ArrayList<>();
    for (int state = 0; state < made.states(); state++) {
      if (all.isPresent()) {
        standings.add(all.get().standing(state, id.getAsInt()));
      } else {
        int at = state;
        made.cell(state, desk.token())
            .filter(cell -> cell.own().id() == id.getAsInt())
            .ifPresent(cell -> standings.add(new Standing(at, 1 + cell.rank(), cell.own())));
      }
    }
    return standings;
  }

  /** Follows the first token of a text, or the model's own if there is none. */
  void type(String text) {
    set(LensSettings.typed(text), "gpt2.lens.target");
  }

  /** Follows a token. */
  void pick(int id) {
    set(LensSettings.picked(id), null);
  }

  private void set(LensSettings next, @Nullable Object gesture) {
    if (!next.equals(desk.state().lens())) {
      desk.change(state -> state.with(next), Texts.get("gpt2lens.step.target"), gesture);
    }
  }

  /** Shows in the inspector how the rank of the followed token came to be. */
  void explainRank(int state) {
    OptionalInt id = targetId();
    Shown now = pass;
    if (now != null && id.isPresent()) {
      column()
          .ifPresent(
              made -> {
                ValueRef ref = new LensRank(state, made.position(), id.getAsInt());
                desk.explain(explainer(now, made.position(), made.said()), ref);
              });
    }
  }
}

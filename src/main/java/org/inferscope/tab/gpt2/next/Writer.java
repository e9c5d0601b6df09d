package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.inferscope.compute.Outcome;
import org.inferscope.model.gpt2.generate.Writing;
import org.inferscope.model.gpt2.generate.WritingRequest;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Gpt2State;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.PromptTokens;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text on, a token a job: whatever else is asked of the model in between comes first,
 * and any change of prompt, model or view ends the run at once. A run is one step for undo. The
 * text is always what the state says. Confined to the desk's thread; the {@link Writing} is touched
 * in jobs only.
 */
final class Writer {
  private static final String LANE = "gpt2.next";
  private static final String FREE_LANE = "gpt2.next.free";

  private final Gpt2Presenter desk;
  private final Runnable changed;
  private final Writing writing = new Writing(System::nanoTime);
  private final Trail trail = new Trail();
  private @Nullable Run run;
  private @Nullable ModelInUse lastModel;
  private PromptTokens seen = PromptTokens.NONE;
  private boolean used;
  private String notice = "";

  /** Tokens that are being written; what it has made of the state so far. */
  private static final class Run {
    private final ModelInUse model;
    private final Object gesture = new Object();
    private int left;
    private Gpt2State expected;

    Run(ModelInUse model, int left, Gpt2State expected) {
      this.model = model;
      this.left = left;
      this.expected = expected;
    }
  }

  /**
   * Writes nothing yet.
   *
   * @param changed told of what is no change of the state
   */
  Writer(Gpt2Presenter desk, Runnable changed) {
    this.desk = desk;
    this.changed = changed;
  }

  /** How the text was written. */
  Trail trail() {
    return trail;
  }

  /** Whether a token is on its way. */
  boolean isRunning() {
    return run != null;
  }

  /** Whether memory is taken for a cache; in tests, when no job runs. */
  boolean isCacheOpen() {
    return writing.isOpen();
  }

  /** Why the last run ended; empty where that needs no words. */
  String notice() {
    return notice;
  }

  /** Whether there is a text that can be written on. */
  boolean canWrite() {
    return desk.model().isPresent() && desk.tokens().size() > 0 && desk.tooMany() == 0;
  }

  /** Whether there is a token to take back. */
  boolean canGoBack() {
    return !desk.state().generated().isEmpty();
  }

  /** Writes one token; one more if some are on their way. */
  void step() {
    Run current = run;
    if (current != null) {
      current.left++;
    } else {
      start(1);
    }
  }

  /** Writes as many tokens as are set. */
  void run() {
    if (run == null) {
      start(desk.state().next().tokens());
    }
  }

  /** Ends the run; the tokens written so far stay. */
  void stop() {
    end("");
  }

  /** Takes the last token back. */
  void back() {
    List<Integer> generated = generatedAfterStop();
    if (!generated.isEmpty()) {
      write(generated.subList(0, generated.size() - 1), Texts.get("gpt2next.step.back"), null);
    }
  }

  /** Takes all tokens back. */
  void toStart() {
    if (!generatedAfterStop().isEmpty()) {
      write(List.of(), Texts.get("gpt2next.step.toStart"), null);
    }
  }

  /**
   * Puts another token in place of a written one and writes on from it, as many tokens as there
   * were behind it.
   *
   * @param position of the written token in the text
   */
  void replace(int position, int id) {
    List<Integer> generated = generatedAfterStop();
    int index = position - desk.tokens().typed().size();
    if (index < 0 || index >= generated.size() || generated.get(index) == id) {
      return;
    }
    List<Integer> kept = new ArrayList<>(generated.subList(0, index));
    kept.add(id);
    int more = generated.size() - kept.size();
    Run next = more == 0 ? null : begin(more);
    if (next == null) {
      write(kept, Texts.get("gpt2next.step.replace"), null);
      return;
    }
    next.expected = desk.state().withGenerated(kept);
    write(kept, Texts.get("gpt2next.step.replace"), next.gesture);
    go(next);
  }

  /**
   * Continues the text with a token: after its end, or in place of a written one.
   *
   * @param position in the text; one of the prompt's tokens stays
   */
  void put(int position, int id) {
    PromptTokens tokens = desk.tokens();
    if (position < tokens.size()) {
      replace(position, id);
    } else if (desk.model().filter(model -> position < model.config().context()).isPresent()) {
      List<Integer> generated = new ArrayList<>(generatedAfterStop());
      generated.add(id);
      write(generated, Texts.get("gpt2next.step.put"), null);
    }
  }

  /** Puts what was written into the prompt. */
  void keep() {
    List<Integer> generated = generatedAfterStop();
    desk.model()
        .filter(model -> !generated.isEmpty())
        .ifPresent(
            model ->
                desk.change(
                    state -> state.withPrompt(state.prompt() + model.tokenizer().decode(generated)),
                    Texts.get("gpt2next.step.keep"),
                    null));
  }

  private List<Integer> generatedAfterStop() {
    end("");
    notice = "";
    return desk.state().generated();
  }

  private void write(List<Integer> generated, String label, @Nullable Object gesture) {
    desk.change(state -> state.withGenerated(generated), label, gesture);
  }

  private void start(int tokens) {
    Run next = canWrite() ? begin(tokens) : null;
    if (next != null) {
      go(next);
    }
  }

  /** A run, unless there is no model. */
  private @Nullable Run begin(int tokens) {
    Optional<ModelInUse> model = desk.model();
    if (model.isEmpty()) {
      return null;
    }
    Run next = new Run(model.get(), tokens, desk.state());
    run = next;
    notice = "";
    desk.hold(true);
    return next;
  }

  /** Asks for the next token, unless the context has no place for one. */
  private void go(Run current) {
    PromptTokens tokens = desk.tokens();
    int context = current.model.config().context();
    if (tokens.size() >= context) {
      end(Texts.get("gpt2next.full", Numbers.count(context)));
      return;
    }
    Gpt2State state = desk.state();
    WritingRequest request =
        new WritingRequest(
            tokens.ids(),
            state.generated().size(),
            Math.max(current.left, state.next().tokens()),
            state.next().sampling(),
            NextPresenter.ALTERNATIVES,
            state.next().cache());
    used = true;
    desk.<Written>submit(
        LANE,
        Texts.get("gpt2next.job", Numbers.count(tokens.size())),
        (gpt2, job) -> writing.step(gpt2, request, job::checkCancelled),
        outcome -> heard(current, outcome));
    changed.run();
  }

  private void heard(Run current, Outcome<Written> outcome) {
    if (current != run) {
      return;
    }
    if (outcome instanceof Outcome.Done<Written> done) {
      take(current, done.value());
    } else if (outcome instanceof Outcome.Failed<Written> failed) {
      end(failed.error().sentence());
    } else {
      end("");
    }
  }

  private void take(Run current, Written step) {
    trail.add(step);
    current.left--;
    List<Integer> generated = new ArrayList<>(desk.state().generated());
    generated.add(step.id());
    current.expected = desk.state().withGenerated(generated);
    write(generated, Texts.get("gpt2next.step.write"), current.gesture);
    if (current != run) {
      return;
    }
    OptionalInt endOfText = current.model.tokenizer().endOfText();
    if (endOfText.isPresent() && endOfText.getAsInt() == step.id()) {
      end(Texts.get("gpt2next.ended"));
    } else if (current.left <= 0) {
      end("");
    } else {
      go(current);
    }
  }

  private void end(String why) {
    if (run == null) {
      return;
    }
    run = null;
    notice = why;
    desk.context().compute().lane(LANE).cancel();
    desk.hold(false);
    changed.run();
  }

  /** The state has changed, or the model has: a run whose text was changed by others ends. */
  void follow() {
    Run current = run;
    ModelInUse model = desk.model().orElse(null);
    if (current != null && (!current.model.equals(model) || !isExpected(current))) {
      end("");
    }
    forget(model);
  }

  private boolean isExpected(Run current) {
    Gpt2State now = desk.state();
    Gpt2State expected = current.expected;
    return now.view() == View.NEXT
        && now.model().equals(expected.model())
        && now.prompt().equals(expected.prompt())
        && now.generated().equals(expected.generated());
  }

  private void forget(@Nullable ModelInUse model) {
    if (lastModel == null || !lastModel.equals(model)) {
      lastModel = model;
      trail.clear();
      notice = "";
    }
    PromptTokens tokens = desk.tokens();
    if (!tokens.equals(seen)) {
      seen = tokens;
      trail.keep(tokens.ids());
      if (run == null) {
        notice = "";
      }
    }
    // Nobody will go on from what is in the cache; that of a closed model is freed already.
    if (used && run == null && (desk.state().view() != View.NEXT || tokens.generated().isEmpty())) {
      used = false;
      desk.submit(
          FREE_LANE,
          Texts.get("gpt2next.job.free"),
          (gpt2, job) -> {
            writing.close();
            return true;
          },
          outcome -> {});
    }
  }
}

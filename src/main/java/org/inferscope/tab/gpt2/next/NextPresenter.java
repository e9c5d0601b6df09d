package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.inferscope.compute.Registration;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.generate.explain.NextExplainer;
import org.inferscope.model.gpt2.generate.explain.NextNumbers;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.model.gpt2.sampling.Prospects;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.NextSettings;
import org.inferscope.tab.gpt2.desk.PromptTokens;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.TokenWords;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the view of the next token shows: what may follow the token that is looked at, and
 * what every token that was written beat. Confined to the desk's thread, on which the compute
 * service calls back.
 */
final class NextPresenter {
  /** How many of those that a token beat are shown. */
  static final int ALTERNATIVES = 5;

  private final Gpt2Presenter desk;
  private final Writer writer;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Shown momentOf;
  private @Nullable Moment moment;
  private @Nullable Moment beaten;
  private @Nullable Shown beatenOf;
  private String said = "";

  NextPresenter(Gpt2Presenter desk) {
    this.desk = desk;
    writer = new Writer(desk, this::fire);
    desk.listen(this::follow);
  }

  Gpt2Presenter desk() {
    return desk;
  }

  /** Writes the text on. */
  Writer writer() {
    return writer;
  }

  NextSettings settings() {
    return desk.state().next();
  }

  /** Calls the listener after each change while the view is in front. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void follow() {
    writer.follow();
    said = "";
    fire();
  }

  private void fire() {
    if (!desk.context().inspector().isEmpty()) {
      desk.context().inspector().refresh(explainer());
    }
    if (isInFront()) {
      List.copyOf(listeners).forEach(Runnable::run);
    }
  }

  boolean isInFront() {
    return desk.state().view() == View.NEXT;
  }

  // ---- what may follow

  /** What is listed; empty while there is no pass, or its logits were not kept. */
  Optional<Moment> moment() {
    if (writer.isRunning() || desk.isTracing()) {
      Optional<Written> last = writer.trail().last();
      if (last.isPresent() && last.get().before().size() == desk.tokens().size() - 1) {
        return Optional.of(live(last.get()));
      }
    }
    return desk.shown().flatMap(shown -> traced(shown, desk.token()));
  }

  private Moment live(Written step) {
    int position = step.before().size() - 1;
    return new Moment(position, word(position), step.prospects(), OptionalInt.of(step.id()), false);
  }

  private String word(int position) {
    PromptTokens tokens = desk.tokens();
    return position < tokens.size() ? tokens.word(position) : "";
  }

  /** The moment of a pass; the one asked for last is kept. */
  private Optional<Moment> traced(Shown shown, int position) {
    Moment last = moment;
    if (last != null && Objects.equals(momentOf, shown) && last.position() == position) {
      return Optional.of(last);
    }
    Optional<Moment> made = made(shown, position);
    momentOf = shown;
    moment = made.orElse(null);
    return made;
  }

  private static Optional<Moment> made(Shown shown, int position) {
    if (!shown.trace().hasLogits(position)) {
      return Optional.empty();
    }
    List<Integer> ids = shown.trace().ids();
    BitSet seen = new BitSet();
    ids.subList(0, position + 1).forEach(seen::set);
    OptionalInt chosen =
        position + 1 < ids.size() ? OptionalInt.of(ids.get(position + 1)) : OptionalInt.empty();
    return Optional.of(
        new Moment(
            position,
            shown.tokens().word(position),
            new Prospects(shown.trace().logits(position).logits(), seen),
            chosen,
            true));
  }

  /** The likeliest tokens of a moment, and after them the one that follows if it is not there. */
  List<Row> rows(Moment at) {
    return rows(at, settings().bars());
  }

  private List<Row> rows(Moment at, int count) {
    at.prospects().set(settings().sampling());
    List<Row> rows = new ArrayList<>();
    at.prospects().top(count).forEach(candidate -> rows.add(row(candidate, at.chosen())));
    if (at.chosen().isPresent() && rows.stream().noneMatch(Row::isChosen)) {
      rows.add(row(at.prospects().candidate(at.chosen().getAsInt()), at.chosen()));
    }
    return List.copyOf(rows);
  }

  private Row row(Candidate candidate, OptionalInt chosen) {
    boolean isChosen = chosen.isPresent() && chosen.getAsInt() == candidate.id();
    return new Row(candidate, wordOf(candidate.id()), isChosen);
  }

  /** Any token on screen. */
  String wordOf(int id) {
    return desk.model()
        .filter(model -> !model.isClosed())
        .map(model -> TokenWords.of(model.tokenizer(), id))
        .orElse("");
  }

  /**
   * What could have stood in place of a token that was written, the token itself marked; empty if
   * nothing is known of it.
   */
  List<Row> alternatives(int position) {
    if (position < 1 || position >= desk.tokens().size()) {
      return List.of();
    }
    Optional<Shown> shown = desk.shown().filter(pass -> covers(pass, position));
    if (shown.isPresent() && shown.get().trace().hasLogits(position - 1)) {
      return rows(beaten(shown.get(), position - 1), ALTERNATIVES);
    }
    return writer
        .trail()
        .at(position)
        .map(step -> rows(live(step), ALTERNATIVES))
        .orElse(List.of());
  }

  /** Whether a pass has the text's tokens up to a position. */
  private boolean covers(Shown pass, int position) {
    return pass.tokens().size() > position
        && pass.trace()
            .ids()
            .subList(0, position + 1)
            .equals(desk.tokens().ids().subList(0, position + 1));
  }

  private Moment beaten(Shown shown, int position) {
    Moment last = beaten;
    if (last != null && Objects.equals(beatenOf, shown) && last.position() == position) {
      return last;
    }
    Moment made = made(shown, position).orElseThrow();
    beatenOf = shown;
    beaten = made;
    return made;
  }

  // ---- what a person sets

  /** Changes how a token is chosen. */
  void sample(UnaryOperator<SamplingSettings> to, @Nullable Object gesture) {
    change(
        settings -> settings.with(to.apply(settings.sampling())),
        Texts.get("gpt2next.step.sampling"),
        gesture);
  }

  /** Lists another number of tokens. */
  void setBars(int bars) {
    change(settings -> settings.withBars(bars), Texts.get("gpt2next.step.bars"), "gpt2.next.bars");
  }

  /** Writes another number of tokens in a run. */
  void setTokens(int tokens) {
    change(
        settings -> settings.withTokens(tokens),
        Texts.get("gpt2next.step.tokens"),
        "gpt2.next.tokens");
  }

  /** Writes with or without the cache from the next token on. */
  void setCache(CacheUse cache) {
    change(settings -> settings.with(cache), Texts.get("gpt2next.step.cache"), null);
  }

  /** A drag has ended: the next one is another step. */
  void endGesture() {
    desk.history().endGesture();
  }

  private void change(UnaryOperator<NextSettings> to, String label, @Nullable Object gesture) {
    desk.change(state -> state.with(to.apply(state.next())), label, gesture);
  }

  // ---- the cache

  /** How many tokens the model has read: while it writes, all but the one that it chose last. */
  int read() {
    int tokens = desk.tokens().size();
    if (writer.isRunning()) {
      return writer.trail().last().map(step -> step.before().size()).orElse(0);
    }
    return tokens;
  }

  /** How many of them have their keys and values kept. */
  int readCached() {
    return settings().cache().isCached() ? read() : 0;
  }

  /** What is to be said: why the last run ended, or what came of an export. */
  String notice() {
    return writer.notice().isEmpty() ? said : writer.notice();
  }

  /** Says a sentence until the next change. */
  void say(String sentence) {
    said = sentence;
    fire();
  }

  // ---- how its numbers came to be

  /** Explains chances, the cache's size and measured times as they are now. */
  NextExplainer explainer() {
    Optional<Shown> shown = desk.shown();
    return new NextExplainer(
        new NextNumbers(
            shown.map(Shown::explainer),
            position -> shown.flatMap(pass -> explained(pass, position)),
            this::wordOf,
            settings().sampling(),
            desk.model().map(ModelInUse::config),
            writer.trail().steps()));
  }

  private Optional<Prospects> explained(Shown shown, int position) {
    return position < shown.tokens().size()
        ? traced(shown, position).map(Moment::prospects)
        : Optional.empty();
  }

  /** Opens the explanation of a number of this view. */
  void explain(NextRef ref) {
    desk.explain(explainer(), ref);
  }
}

package org.inferscope.tab.gpt2.next;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.generate.WritingTimes;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Numbers and sentences of this view. Stateless. */
final class NextWords {
  private static final double PERCENT = 100;
  private static final double ONE_DECIMAL = 0.0995;
  private static final double TWO_DECIMALS = 0.00005;

  private NextWords() {}

  /** A probability as a percentage: "14.8 %", "0.32 %". */
  static String percent(double p) {
    if (p > 0 && p < TWO_DECIMALS) {
      return Texts.get("gpt2next.percent.less");
    }
    return Texts.get("gpt2next.percent", Numbers.fixed(PERCENT * p, p >= ONE_DECIMAL ? 1 : 2));
  }

  /** A token's chance; a dash for one that is ruled out. */
  static String chance(Candidate candidate) {
    return candidate.chance() == 0 ? Texts.get("gpt2next.top.out") : percent(candidate.chance());
  }

  /** What an audience looks at. */
  static String caption(NextPresenter presenter) {
    return presenter
        .moment()
        .map(moment -> caption(presenter, moment))
        .orElseGet(() -> Texts.get("gpt2next.caption.none"));
  }

  private static String caption(NextPresenter presenter, Moment moment) {
    SamplingSettings settings = presenter.settings().sampling();
    moment.prospects().set(settings);
    Row best = presenter.rows(moment).get(0);
    String words =
        Texts.get(
            settings.greedy() ? "gpt2next.caption.greedy" : "gpt2next.caption",
            moment.word(),
            best.word(),
            percent(best.candidate().probability()),
            percent(best.candidate().chance()),
            Numbers.count(moment.prospects().kept()),
            Numbers.count(moment.prospects().size()));
    OptionalDouble speedup = WritingTimes.speedup(presenter.writer().trail().steps());
    return speedup.isEmpty()
        ? words
        : words
            + " "
            + Texts.get("gpt2next.caption.cache", Numbers.significant(speedup.getAsDouble()));
  }

  /** The formula of the cache's bytes with its numbers, without the result. */
  static String cacheFormula(Gpt2Config config, int tokens) {
    return Texts.get(
        "gpt2next.cache.formula",
        Numbers.count(config.layers()),
        Numbers.count(tokens),
        Numbers.count(config.width()));
  }

  /** 2 · L · T · D · 4. */
  static double cacheBytes(Gpt2Config config, int tokens) {
    return 2.0 * config.layers() * tokens * config.width() * Float.BYTES;
  }

  /** Milliseconds as a figure. */
  static String milliseconds(double ms) {
    return Texts.get("gpt2next.ms", Numbers.significant(ms));
  }

  /** Whether both ways wrote the same, in a sentence; empty as long as one was not gone. */
  static String agreement(Trail trail) {
    long both =
        trail.steps().stream()
            .filter(step -> step.uncachedId().isPresent() && step.cached().isPresent())
            .count();
    if (both == 0) {
      return "";
    }
    return trail
        .disagreement()
        .map(NextWords::differs)
        .orElseGet(() -> Texts.get("gpt2next.times.same", Numbers.count(both)));
  }

  private static String differs(Written step) {
    OptionalInt other = step.uncachedId();
    return Texts.get(
        "gpt2next.times.differ",
        Numbers.count(step.before().size()),
        Numbers.count(step.id()),
        Numbers.count(other.orElse(step.id())));
  }
}

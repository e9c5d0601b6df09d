package org.inferscope.model.gpt2.generate.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.generate.WritingTimes;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What tokens cost: the cache's bytes, and measured times. */
final class CostExplanations {
  private final NextNumbers numbers;

  CostExplanations(NextNumbers numbers) {
    this.numbers = numbers;
  }

  Explanation explain(NextRef ref) {
    if (ref instanceof NextRef.CacheBytes bytes) {
      return bytes(bytes);
    } else if (ref instanceof NextRef.CacheShare share) {
      return share(share);
    } else if (ref instanceof NextRef.TokenTime time) {
      return time(time);
    } else if (ref instanceof NextRef.MedianTime median) {
      return median(median);
    }
    return speedup(ref);
  }

  private Gpt2Config config() {
    return numbers.config().orElseThrow();
  }

  private Explanation bytes(NextRef.CacheBytes ref) {
    Gpt2Config config = config();
    double half = (double) config.layers() * ref.tokens() * config.width() * Float.BYTES;
    String product =
        Texts.get(
            "gpt2next.bytes.half",
            Numbers.count(config.layers()),
            Numbers.count(ref.tokens()),
            Numbers.count(config.width()));
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.bytes"),
        Texts.get("gpt2next.bytes.meaning"),
        2 * half,
        2 * half,
        "B",
        Texts.get("gpt2next.bytes.formula"),
        Texts.get("gpt2next.bytes.numbers", product),
        List.of(
            new Term(Texts.get("gpt2next.bytes.keys"), product, half, List.of()),
            new Term(Texts.get("gpt2next.bytes.values"), product, half, List.of())),
        List.of());
  }

  private Explanation share(NextRef.CacheShare ref) {
    int context = config().context();
    double share = (double) ref.tokens() / context;
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.share"),
        Texts.get("gpt2next.share.meaning", Numbers.count(context)),
        share,
        share,
        "",
        Texts.get("gpt2next.share.formula"),
        Texts.get("gpt2next.share.numbers", Numbers.count(ref.tokens()), Numbers.count(context)),
        List.of(),
        List.of());
  }

  private Explanation time(NextRef.TokenTime ref) {
    Written step = numbers.step(ref.position()).orElseThrow();
    double time = WritingTimes.of(step, ref.cached()).orElseThrow();
    int read = ref.cached() ? step.read() : step.before().size();
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.time", Numbers.count(ref.position())),
        ref.cached()
            ? Texts.get("gpt2next.time.cached", Numbers.count(read))
            : Texts.get("gpt2next.time.uncached", Numbers.count(read)),
        time,
        time,
        "ms",
        "",
        "",
        List.of(),
        List.of());
  }

  private Explanation median(NextRef.MedianTime ref) {
    double median = WritingTimes.median(numbers.steps(), ref.cached()).orElseThrow();
    List<ValueRef> times =
        numbers.steps().stream()
            .filter(WritingTimes::counts)
            .filter(step -> WritingTimes.of(step, ref.cached()).isPresent())
            .<ValueRef>map(step -> new NextRef.TokenTime(step.before().size(), ref.cached()))
            .toList();
    return new Explanation(
        ref,
        label(ref.cached()),
        Texts.get("gpt2next.median.meaning", Numbers.count(times.size())),
        median,
        median,
        "ms",
        Texts.get("gpt2next.median.formula"),
        Texts.get(
            "gpt2next.median.numbers", Numbers.count(times.size()), Numbers.significant(median)),
        List.of(),
        times);
  }

  private static String label(boolean cached) {
    return cached
        ? Texts.get("gpt2next.label.median.cached")
        : Texts.get("gpt2next.label.median.uncached");
  }

  private Explanation speedup(NextRef ref) {
    double with = WritingTimes.median(numbers.steps(), true).orElseThrow();
    double without = WritingTimes.median(numbers.steps(), false).orElseThrow();
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.speedup"),
        Texts.get("gpt2next.speedup.meaning"),
        without / with,
        without / with,
        "",
        Texts.get("gpt2next.speedup.formula"),
        Texts.get(
            "gpt2next.speedup.numbers", Numbers.significant(without), Numbers.significant(with)),
        List.of(),
        List.of(new NextRef.MedianTime(false), new NextRef.MedianTime(true)));
  }
}

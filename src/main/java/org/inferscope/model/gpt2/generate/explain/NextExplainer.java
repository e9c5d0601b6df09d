package org.inferscope.model.gpt2.generate.explain;

import java.util.OptionalDouble;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.generate.WritingTimes;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the numbers of choosing the next token, and those of its pass. Event thread. */
public final class NextExplainer implements Explainer {
  private final NextNumbers numbers;
  private final ChanceExplanations chances;
  private final CostExplanations costs;

  /** An explainer of these numbers. */
  public NextExplainer(NextNumbers numbers) {
    this.numbers = numbers;
    chances = new ChanceExplanations(numbers);
    costs = new CostExplanations(numbers);
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!knows(ref)) {
      throw new IllegalArgumentException("not known: " + ref);
    }
    if (!(ref instanceof NextRef own)) {
      return numbers.pass().orElseThrow().explain(ref);
    }
    if (own instanceof NextRef.Chance chance) {
      return chances.chance(chance);
    } else if (own instanceof NextRef.Mass mass) {
      return chances.mass(mass);
    } else if (own instanceof NextRef.Kept kept) {
      return chances.kept(kept);
    }
    return costs.explain(own);
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof NextRef.Chance chance) {
      return Texts.get("gpt2next.label.chance", numbers.word().apply(chance.id()));
    } else if (ref instanceof NextRef.Mass) {
      return Texts.get("gpt2next.label.mass");
    } else if (ref instanceof NextRef.Kept) {
      return Texts.get("gpt2next.label.kept");
    } else if (ref instanceof NextRef.CacheBytes) {
      return Texts.get("gpt2next.label.bytes");
    } else if (ref instanceof NextRef.CacheShare) {
      return Texts.get("gpt2next.label.share");
    } else if (ref instanceof NextRef.TokenTime time) {
      return Texts.get("gpt2next.label.time", Numbers.count(time.position()));
    } else if (ref instanceof NextRef.MedianTime median) {
      return median.cached()
          ? Texts.get("gpt2next.label.median.cached")
          : Texts.get("gpt2next.label.median.uncached");
    } else if (ref instanceof NextRef.Speedup) {
      return Texts.get("gpt2next.label.speedup");
    }
    return numbers.pass().map(pass -> pass.label(ref)).orElse("");
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof NextRef.Chance chance) {
      return numbers.at(chance.position()).filter(at -> chance.id() < at.size()).isPresent();
    } else if (ref instanceof NextRef.Mass mass) {
      return numbers.at(mass.position()).isPresent();
    } else if (ref instanceof NextRef.Kept kept) {
      return numbers.at(kept.position()).isPresent();
    } else if (ref instanceof NextRef.CacheBytes || ref instanceof NextRef.CacheShare) {
      return numbers.config().isPresent();
    } else if (ref instanceof NextRef.TokenTime time) {
      return numbers
          .step(time.position())
          .map(step -> WritingTimes.of(step, time.cached()))
          .filter(OptionalDouble::isPresent)
          .isPresent();
    } else if (ref instanceof NextRef.MedianTime median) {
      return WritingTimes.median(numbers.steps(), median.cached()).isPresent();
    } else if (ref instanceof NextRef.Speedup) {
      return WritingTimes.speedup(numbers.steps()).isPresent();
    }
    return ref instanceof Gpt2Ref && numbers.pass().filter(pass -> pass.knows(ref)).isPresent();
  }
}

package org.inferscope.model.gpt2.whatif;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Intervention;

/**
 * The parts that are taken away. Immutable, any thread.
 *
 * @param parts each once, in their order
 * @param fill what stands in for them
 */
public record Ablation(List<Part> parts, Fill fill) {
  /** Nothing is taken away. */
  public static final Ablation NONE = new Ablation(List.of(), Fill.ZERO);

  /** Sorts the parts. */
  public Ablation {
    parts = List.copyOf(new TreeSet<>(parts));
  }

  /** Whether nothing is taken away. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether a part is taken away. */
  public boolean has(Part part) {
    return parts.contains(part);
  }

  /** With other parts. */
  public Ablation with(Collection<Part> others) {
    return new Ablation(List.copyOf(others), fill);
  }

  /** With another stand-in. */
  public Ablation with(Fill other) {
    return new Ablation(parts, other);
  }

  /** With these parts taken away, or put back if all of them were gone. */
  public Ablation toggled(Collection<? extends Part> some) {
    TreeSet<Part> all = new TreeSet<>(parts);
    if (!all.addAll(some)) {
      some.forEach(all::remove);
    }
    return with(all);
  }

  /** Those parts that a model of these sizes has with a prompt of T tokens. */
  public Ablation in(Gpt2Config config, int tokens) {
    return with(parts.stream().filter(part -> part.isIn(config, tokens)).toList());
  }

  /** What replaces their values in a pass. */
  public List<Intervention> interventions() {
    return parts.stream().map(part -> part.without(fill)).toList();
  }
}

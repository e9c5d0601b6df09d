package org.inferscope.model.network.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;

/**
 * Explains every number of the Network tab from one snapshot of it. Making one costs next to
 * nothing; work is done when a value is asked for. Immutable; any thread.
 */
public final class NetworkExplainer implements Explainer {
  private final List<ExplainerPart> parts;

  /** Explains the values of a snapshot. */
  public NetworkExplainer(NetworkSnapshot snapshot) {
    Run run = new Run(snapshot.trace());
    NetworkNames names = new NetworkNames(run.depth(), run.batch());
    parts =
        List.of(
            new LeafPart(snapshot, run, names),
            new SumPart(run, names),
            new UnitPart(snapshot.trace().network(), run, names),
            new StatPart(snapshot.trace(), names),
            new OtherPart(snapshot, names),
            new CheckPart(snapshot, names),
            new FigurePart(snapshot));
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!(ref instanceof NetworkRef ours) || !part(ours).knows(ours)) {
      throw new IllegalArgumentException("no such value in this network: " + ref);
    }
    return part(ours).explain(ours);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the reference belongs to another model
   */
  @Override
  public String label(ValueRef ref) {
    if (!(ref instanceof NetworkRef ours)) {
      throw new IllegalArgumentException("no value of a network: " + ref);
    }
    return part(ours).label(ours);
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof NetworkRef ours && part(ours).knows(ours);
  }

  private ExplainerPart part(NetworkRef ref) {
    Optional<ExplainerPart> part = parts.stream().filter(one -> one.handles(ref)).findFirst();
    return part.orElseThrow(() -> new IllegalStateException("nobody explains " + ref));
  }
}

package org.inferscope.model.linear;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;

/**
 * Explains every number of the Linear tab from one snapshot of it. Making one costs next to
 * nothing; work is done when a value is asked for. Immutable; any thread.
 */
public final class LinearExplainer implements Explainer {
  private final List<ExplainerPart> parts;

  /** Explains the values of a snapshot. */
  public LinearExplainer(LinearSnapshot snapshot) {
    parts =
        List.of(
            new LeafExplainer(snapshot),
            new OutputExplainer(snapshot),
            new DifferenceExplainer(snapshot),
            new FigureExplainer(snapshot),
            new GeometryExplainer(snapshot),
            new RoundingExplainer(snapshot));
  }

  @Override
  public Explanation explain(ValueRef ref) {
    return part(ref)
        .filter(part -> part.knows(ref))
        .orElseThrow(() -> new IllegalArgumentException("no such value in this layer: " + ref))
        .explain(ref);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the reference belongs to another model
   */
  @Override
  public String label(ValueRef ref) {
    return part(ref)
        .orElseThrow(() -> new IllegalArgumentException("no value of a linear layer: " + ref))
        .label(ref);
  }

  @Override
  public boolean knows(ValueRef ref) {
    return part(ref).filter(part -> part.knows(ref)).isPresent();
  }

  private Optional<ExplainerPart> part(ValueRef ref) {
    return parts.stream().filter(part -> part.handles(ref)).findFirst();
  }
}

package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;

/**
 * What is switched off: units, which then give 0 whatever comes in, and single weights, which count
 * as 0. Immutable, any thread.
 */
public record Ablations(Set<Unit> units, Set<Link> links) {
  /** Nothing is switched off. */
  public static final Ablations NONE = new Ablations(Set.of(), Set.of());

  /** What can be switched off. */
  public sealed interface Target {}

  /**
   * A unit.
   *
   * @param column 0 the input, l + 1 what layer l gives
   * @param i its place, from 0
   */
  public record Unit(int column, int i) implements Target {}

  /** The weight W[i,j] of a layer, from 0. */
  public record Link(int layer, int i, int j) implements Target {}

  /** Copies the sets. */
  public Ablations {
    units = Set.copyOf(units);
    links = Set.copyOf(links);
  }

  /** Whether nothing is switched off. */
  public boolean isEmpty() {
    return units.isEmpty() && links.isEmpty();
  }

  /** Whether a unit is switched off. */
  public boolean has(int column, int i) {
    return !units.isEmpty() && units.contains(new Unit(column, i));
  }

  /** Whether a weight is switched off. */
  public boolean hasLink(int layer, int i, int j) {
    return !links.isEmpty() && links.contains(new Link(layer, i, j));
  }

  /** With a unit or weight switched off, or on again if it was off. */
  public Ablations toggled(Target target) {
    return target instanceof Unit unit
        ? new Ablations(toggled(units, unit), links)
        : new Ablations(units, toggled(links, (Link) target));
  }

  /** Whether a plan has such a unit or weight. */
  public static boolean isInside(NetworkPlan plan, Target target) {
    if (target instanceof Unit unit) {
      return unit.column() <= plan.depth() && unit.i() < plan.width(unit.column());
    }
    Link link = (Link) target;
    return link.layer() < plan.depth()
        && link.i() < plan.width(link.layer() + 1)
        && link.j() < plan.width(link.layer());
  }

  private static <T> Set<T> toggled(Set<T> set, T element) {
    Set<T> changed = new LinkedHashSet<>(set);
    if (!changed.remove(element)) {
      changed.add(element);
    }
    return changed;
  }

  /** Only what lies inside a plan. */
  public Ablations within(NetworkPlan plan) {
    Set<Unit> inside = new LinkedHashSet<>(units);
    inside.removeIf(unit -> !isInside(plan, unit));
    Set<Link> linked = new LinkedHashSet<>(links);
    linked.removeIf(link -> !isInside(plan, link));
    return new Ablations(inside, linked);
  }

  /** The network with the weights that are off set to 0; layers without any stay the same. */
  public Network applyTo(Network network) {
    if (links.isEmpty()) {
      return network;
    }
    List<NetworkLayer> layers = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      layers.add(without(network.layer(l), l));
    }
    return new Network(layers);
  }

  private NetworkLayer without(NetworkLayer layer, int l) {
    List<Link> off = links.stream().filter(link -> link.layer() == l).toList();
    if (off.isEmpty()) {
      return layer;
    }
    float[] w = layer.w().toArray();
    for (Link link : off) {
      w[link.i() * layer.inputs() + link.j()] = 0;
    }
    Matrix weights = Matrix.owning(layer.outputs(), layer.inputs(), w);
    return new NetworkLayer(new LinearLayer(weights, layer.b()), layer.activation());
  }
}

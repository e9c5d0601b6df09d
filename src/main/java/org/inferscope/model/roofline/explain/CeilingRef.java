package org.inferscope.model.roofline.explain;

import org.inferscope.compute.bench.Ceiling;
import org.inferscope.model.explain.ValueRef;

/** A measured limit of this machine. */
public record CeilingRef(Ceiling.Kind kind) implements ValueRef {

  /** What is said of a limit's samples. */
  public enum Edge {
    /** The lowest. */
    LOWEST,
    /** The highest. */
    HIGHEST
  }

  /** The lowest or the highest sample of a limit. */
  public record Sample(Ceiling.Kind kind, Edge edge) implements ValueRef {}

  /** Operations for each byte at which this machine's peak and its memory's bandwidth meet. */
  public record Ridge() implements ValueRef {}
}

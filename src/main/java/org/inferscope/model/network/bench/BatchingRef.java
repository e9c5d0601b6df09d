package org.inferscope.model.network.bench;

import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.model.explain.ValueRef;

/** The figures of a benchmark that can be explained. */
public sealed interface BatchingRef extends ValueRef {

  /** How many times faster the batch is than one input at a time. */
  record SpeedUp() implements BatchingRef {}

  /** The time of all inputs of a case together. */
  record Total(MlpCase of) implements BatchingRef {}

  /** The time of one input of a case. */
  record PerInput(MlpCase of) implements BatchingRef {}

  /** Operations a second of a case. */
  record Rate(MlpCase of) implements BatchingRef {}

  /** Operations of all inputs of a case together. */
  record Operations(MlpCase of) implements BatchingRef {}

  /** How many inputs a case runs. */
  record Inputs(MlpCase of) implements BatchingRef {}

  /** The width of a column of the network: 0 its input, l + 1 what layer l gives. */
  record Width(int column) implements BatchingRef {}
}

package org.inferscope.model.gpt2.generate.explain;

import org.inferscope.model.explain.ValueRef;

/** A number of choosing the next token. Positions count from 0. */
public sealed interface NextRef extends ValueRef {
  /** How likely a token is to be chosen after a position, under the settings. */
  record Chance(int position, int id) implements NextRef {}

  /** What a chance is divided by: exp(score − highest) of all tokens that can be chosen. */
  record Mass(int position) implements NextRef {}

  /** How many tokens can be chosen after a position. */
  record Kept(int position) implements NextRef {}

  /** The bytes that keys and values of so many tokens take. */
  record CacheBytes(int tokens) implements NextRef {}

  /** The part of the context that so many tokens take. */
  record CacheShare(int tokens) implements NextRef {}

  /** Milliseconds that were measured for the token at a position. */
  record TokenTime(int position, boolean cached) implements NextRef {}

  /** The median of those times. */
  record MedianTime(boolean cached) implements NextRef {}

  /** How many times as long a token takes without the cache. */
  record Speedup() implements NextRef {}
}

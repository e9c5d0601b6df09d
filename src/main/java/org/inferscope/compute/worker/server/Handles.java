package org.inferscope.compute.worker.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.inferscope.tensor.Args;

/**
 * What a client has given numbers to. Each number is good for once, so that one that was freed is
 * not taken for another. Device thread.
 *
 * @param <V> what they stand for
 */
final class Handles<V> {
  private static final int MOST = 1_000_000;

  private final Map<Long, V> open = new HashMap<>();

  /** All numbers up to this one have been used. */
  private long usedUpTo;

  /** Used numbers beyond, few where a client counts up. */
  private final Set<Long> usedBeyond = new HashSet<>();

  /**
   * Uses up a number.
   *
   * @throws IllegalArgumentException if it is not a new one
   */
  void use(long handle) {
    Args.require(handle > 0, "handle", handle, "above 0");
    Args.require(
        handle > usedUpTo && !usedBeyond.contains(handle), "handle", handle, "one never used");
    if (open.size() >= MOST || usedBeyond.size() >= MOST) {
      throw Refusals.tooManyHandles(MOST);
    }
    usedBeyond.add(handle);
    while (usedBeyond.remove(usedUpTo + 1)) {
      usedUpTo++;
    }
  }

  /** Gives a number that was used up its meaning. */
  void put(long handle, V value) {
    open.put(handle, value);
  }

  /**
   * What a number stands for.
   *
   * @throws io.grpc.StatusRuntimeException NOT_FOUND if that is nothing, or was freed
   */
  V get(long handle) {
    V value = open.get(handle);
    if (value == null) {
      throw Refusals.unknown(handle);
    }
    return value;
  }

  /** The same, and the number no longer stands for it. */
  V remove(long handle) {
    V value = open.remove(handle);
    if (value == null) {
      throw Refusals.unknown(handle);
    }
    return value;
  }

  Collection<V> all() {
    return open.values();
  }
}

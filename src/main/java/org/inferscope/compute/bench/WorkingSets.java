package org.inferscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * How much memory to go through so that it comes from a certain cache, in bytes for all threads
 * together. Immutable, any thread.
 *
 * @param l2 half of the second-level caches; empty if these are unknown
 * @param l3 more than the second-level caches hold, and at most half of the third; empty if there
 *     is no such size
 * @param memory several times the third-level cache, if there is room
 * @param notes what had to be assumed or left out, in the display language
 */
public record WorkingSets(Optional<Long> l2, Optional<Long> l3, long memory, List<String> notes) {
  private static final long LEAST = 256L << 20;
  private static final long MOST = 1L << 30;

  /** Copies the notes. */
  public WorkingSets {
    notes = List.copyOf(notes);
  }

  /**
   * Sets for a machine.
   *
   * @param threads how many cores there are, each with a second-level cache
   * @param room bytes that this process may use
   */
  public static WorkingSets of(CacheSizes caches, int threads, long room) {
    List<String> notes = new ArrayList<>();
    if (caches.assumed()) {
      notes.add(Texts.get("compute.machine.assumed", bytes(caches.l2()), bytes(caches.l3())));
    }
    long allL2 = caches.l2() * threads;
    long l3 = Math.min(4 * allL2, caches.l3() / 2);
    if (l3 < 2 * allL2) {
      notes.add(Texts.get("compute.machine.smallL3"));
    }
    long memory = Math.min(room / 4, Math.min(MOST, Math.max(LEAST, 4 * caches.l3())));
    if (memory < 2 * caches.l3()) {
      notes.add(Texts.get("compute.machine.smallMemory", bytes(memory), bytes(caches.l3())));
    }
    return new WorkingSets(
        Optional.of(allL2 / 2), l3 < 2 * allL2 ? Optional.empty() : Optional.of(l3), memory, notes);
  }

  private static String bytes(long bytes) {
    return Numbers.bytes((double) bytes);
  }
}

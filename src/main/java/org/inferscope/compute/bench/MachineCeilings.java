package org.inferscope.compute.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a machine can do at most, measured. Immutable, any thread.
 *
 * @param device what the machine's processor calls itself
 * @param date when it was measured
 * @param ceilings in the order of their kinds, each kind at most once
 * @param notes sentences in the display language: which limit could not be measured and why, what
 *     had to be assumed
 */
public record MachineCeilings(
    String device, Instant date, List<Ceiling> ceilings, List<String> notes) {

  /** Copies the lists. */
  public MachineCeilings {
    ceilings = List.copyOf(ceilings);
    notes = List.copyOf(notes);
  }

  /** The limit of a kind, if it was measured. */
  public Optional<Ceiling> of(Ceiling.Kind kind) {
    return ceilings.stream().filter(ceiling -> ceiling.kind() == kind).findFirst();
  }
}

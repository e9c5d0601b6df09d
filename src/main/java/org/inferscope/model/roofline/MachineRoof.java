package org.inferscope.model.roofline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.model.hardware.Roof;
import org.inferscope.text.Texts;

/**
 * The roof of this machine, in FP32, made of what was measured: nothing that was measured may lie
 * above it, so of the two peaks and of the two ways to move numbers through memory the higher
 * counts.
 *
 * @param peak the limit of the flat part
 * @param bandwidth the limit of the slope
 */
public record MachineRoof(Ceiling peak, Ceiling bandwidth) {

  /** The roof; empty where no peak or no bandwidth of memory could be measured. */
  public static Optional<MachineRoof> of(MachineCeilings machine) {
    Optional<Ceiling> peak = highest(machine, Kind.MULTIPLY_ADD, Kind.GEMM);
    Optional<Ceiling> bandwidth = highest(machine, Kind.MEMORY_READ, Kind.MEMORY_TRIAD);
    return peak.flatMap(p -> bandwidth.map(b -> new MachineRoof(p, b)));
  }

  private static Optional<Ceiling> highest(MachineCeilings machine, Kind one, Kind other) {
    return Stream.of(one, other)
        .flatMap(kind -> machine.of(kind).stream())
        .max(Comparator.comparingDouble(Ceiling::value));
  }

  /** As a roof, by its name on screen. */
  public Roof roof() {
    return new Roof(Texts.get("rooflinemodel.thisMachine"), peak.value(), bandwidth.value());
  }
}

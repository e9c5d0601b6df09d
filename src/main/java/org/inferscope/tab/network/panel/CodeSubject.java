package org.inferscope.tab.network.panel;

import java.util.HashSet;
import java.util.Set;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.code.CodeText;
import org.inferscope.model.network.code.NetworkCode;
import org.inferscope.model.network.code.NetworkCode.Language;

/**
 * A run to be written as a program. Programs know nothing of switched off units; the weights that
 * read such a unit are 0 in them, which gives the same numbers further on.
 *
 * @param language what it is written with
 * @param trace the run
 */
record CodeSubject(Language language, Trace trace) {

  /** Numbers that the program has to have. */
  long numbers() {
    return trace.network().parameters() + (long) trace.batch() * trace.network().inputs();
  }

  /** Whether an output is switched off, which no weight reads: it is on in the program. */
  boolean hasOutputsOff() {
    int last = trace.network().depth();
    return trace.off().units().stream().anyMatch(unit -> unit.column() == last);
  }

  /** Writes it; for long ones in a job. */
  CodeText write() {
    return NetworkCode.write(language, effective(), trace.x(), trace.row());
  }

  private Network effective() {
    Network network = trace.network();
    Set<Ablations.Link> off = new HashSet<>(trace.off().links());
    for (Ablations.Unit unit : trace.off().units()) {
      for (int i = 0; unit.column() < network.depth() && i < reading(unit.column()); i++) {
        off.add(new Ablations.Link(unit.column(), i, unit.i()));
      }
    }
    return new Ablations(Set.of(), off).applyTo(network);
  }

  /** How many units read those of a column. */
  private int reading(int column) {
    return trace.network().width(column + 1);
  }

  /** Whether two are written alike; traces are compared by being the same. */
  boolean isSame(CodeSubject other) {
    return language == other.language && trace.equals(other.trace);
  }
}

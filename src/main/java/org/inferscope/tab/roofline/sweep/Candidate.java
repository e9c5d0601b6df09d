package org.inferscope.tab.roofline.sweep;

import java.util.Optional;
import org.inferscope.compute.MatmulImpl;

/**
 * An implementation that may be measured.
 *
 * @param impl the implementation
 * @param chosen whether the person wants it measured
 * @param obstacle why it cannot be used here; empty where it can
 */
record Candidate(MatmulImpl impl, boolean chosen, Optional<String> obstacle) {

  /** Whether it will be measured. */
  boolean isIn() {
    return chosen && obstacle.isEmpty();
  }
}

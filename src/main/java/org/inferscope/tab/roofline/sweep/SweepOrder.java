package org.inferscope.tab.roofline.sweep;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.io.bench.KeptRun;

/**
 * What is to be measured in one go.
 *
 * @param base the run that the results belong to; empty for a new one
 * @param sizes in order
 * @param impls taking turns at each size
 */
record SweepOrder(Optional<KeptRun> base, List<MatmulSize> sizes, List<MatmulImpl> impls) {

  /** Copies the lists. */
  SweepOrder {
    sizes = List.copyOf(sizes);
    impls = List.copyOf(impls);
  }
}

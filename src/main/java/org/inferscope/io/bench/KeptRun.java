package org.inferscope.io.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.model.roofline.MeasuredPoint;

/**
 * A benchmark of products of matrices, complete or not. Immutable, any thread.
 *
 * @param date when it was started; no two runs have the same
 * @param machine what the machine's processor calls itself
 * @param jvm the Java virtual machine, with its version
 * @param results in the order they were measured, at most one for each size and implementation
 */
public record KeptRun(Instant date, String machine, String jvm, List<KeptResult> results) {

  /** Copies the list. */
  public KeptRun {
    results = List.copyOf(results);
  }

  /** This run with a result; one for the same size and implementation is replaced. */
  public KeptRun with(KeptResult result) {
    List<KeptResult> all = new ArrayList<>(results);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isSamePlace(result)) {
        all.set(i, result);
        return new KeptRun(date, machine, jvm, all);
      }
    }
    all.add(result);
    return new KeptRun(date, machine, jvm, all);
  }

  /** The result for an implementation and a size. */
  public Optional<KeptResult> of(String impl, MatmulSize size) {
    return results.stream()
        .filter(result -> result.impl().equals(impl) && result.size().equals(size))
        .findFirst();
  }

  /** What was measured, in the order it was. */
  public List<MeasuredPoint> points() {
    return results.stream().flatMap(result -> result.point().stream()).toList();
  }
}

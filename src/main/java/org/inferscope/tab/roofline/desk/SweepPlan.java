package org.inferscope.tab.roofline.desk;

import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.bench.MatmulSize;

/**
 * What is to be measured.
 *
 * @param sizes of the products, in order, each once
 * @param left the stable names of implementations that are not to be measured; those that a later
 *     version adds are measured unless told otherwise
 */
public record SweepPlan(List<MatmulSize> sizes, List<String> left) {
  /** The largest side. */
  public static final int LARGEST = 8192;

  /** The most sizes. */
  public static final int MOST_SIZES = 32;

  /** The notebook's sizes. */
  public static final SweepPlan NOTEBOOK =
      new SweepPlan(
          Stream.of(64, 128, 256, 512, 1024, 2048).map(n -> new MatmulSize(n, n, n)).toList(),
          List.of());

  /** Copies the lists. */
  public SweepPlan {
    sizes = sizes.stream().distinct().toList();
    left = left.stream().distinct().sorted().toList();
  }
}

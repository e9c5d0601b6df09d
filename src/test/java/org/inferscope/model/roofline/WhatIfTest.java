package org.inferscope.model.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final List<DType> FORMATS = List.of(DType.values());

  @Test
  void findsTheNotebooksBatchByHand() {
    // 156·2·4096² / (2·4096² − 156·2·8192) = 156·4096 / (4096 − 312) = 168.9
    assertThat(WhatIf.rowsToBeComputeBound(Scenario.SINGLE.shape(), Formats.NOTEBOOK, 156))
        .hasValue(169);
  }

  @Test
  void noBatchSufficesForNarrowWeights() {
    // The limit is 2·64·64 / (2·128) = 32 operations per byte.
    MatmulShape narrow = MatmulShape.of(1, 64, 64);
    assertThat(WhatIf.rowsToBeComputeBound(narrow, Formats.NOTEBOOK, 32)).isEmpty();
    assertThat(WhatIf.rowsToBeComputeBound(narrow, Formats.NOTEBOOK, 31)).isPresent();
  }

  @Test
  void isTheLeastBatchThatReachesTheRidge() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2_000; i++) {
      MatmulShape shape = MatmulShape.of(1, random.nextInt(1, 20_000), random.nextInt(1, 20_000));
      Formats formats =
          new Formats(
              FORMATS.get(random.nextInt(FORMATS.size())),
              FORMATS.get(random.nextInt(FORMATS.size())));
      double ridge = random.nextDouble(0.1, 700);
      OptionalLong least = WhatIf.rowsToBeComputeBound(shape, formats, ridge);
      if (least.isEmpty()) {
        assertThat(shape.intensityLimit(formats)).isLessThanOrEqualTo(ridge);
      } else {
        long rows = least.getAsLong();
        assertThat(shape.withRows((double) rows).intensity(formats)).isGreaterThanOrEqualTo(ridge);
        if (rows > 1) {
          assertThat(shape.withRows(rows - 1.0).intensity(formats)).isLessThan(ridge);
        }
      }
    }
  }
}

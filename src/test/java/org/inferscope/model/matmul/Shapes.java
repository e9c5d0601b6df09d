package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.inferscope.tensor.Matrix;

/** Programs and matrices that tests of this package share. */
final class Shapes {
  private Shapes() {}

  /** Every algorithm on corner shapes and on seeded random ones, tiles of 1 to 6. */
  static Stream<MatmulProgram> programs() {
    Random random = new Random(20240607);
    List<int[]> shapes = new ArrayList<>();
    shapes.add(new int[] {1, 1, 1, 1});
    shapes.add(new int[] {2, 3, 2, 2});
    shapes.add(new int[] {12, 12, 12, 5});
    shapes.add(new int[] {1, 12, 1, 6});
    shapes.add(new int[] {12, 1, 12, 4});
    for (int i = 0; i < 20; i++) {
      shapes.add(
          new int[] {
            1 + random.nextInt(12),
            1 + random.nextInt(12),
            1 + random.nextInt(12),
            1 + random.nextInt(6)
          });
    }
    return Stream.of(Algorithm.values())
        .flatMap(
            algorithm ->
                shapes.stream().map(s -> MatmulProgram.of(algorithm, s[0], s[1], s[2], s[3])));
  }

  static Matrix normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return Matrix.generate(rows, columns, (i, j) -> random.nextGaussian());
  }

  static Matrix integers(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return Matrix.generate(rows, columns, (i, j) -> random.nextInt(19) - 9);
  }
}

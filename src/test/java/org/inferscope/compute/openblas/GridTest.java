package org.inferscope.compute.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.inferscope.compute.openblas.Grid.Block;
import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void theBlocksCoverEveryEntryOnce() {
    int[][] sizes = {{1, 1}, {1, 7}, {7, 1}, {5, 3}, {64, 64}, {1000, 256}, {0, 3}, {3, 0}};
    for (int[] size : sizes) {
      for (int parts = 1; parts <= 16; parts++) {
        Grid grid = Grid.forLayers(size[0], size[1], parts);
        int[][] seen = new int[size[0]][size[1]];
        for (int part = 0; part < grid.parts(); part++) {
          Block block = grid.block(part);
          for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.cols(); j++) {
              seen[block.row() + i][block.col() + j]++;
            }
          }
        }
        assertThat(grid.parts()).isEqualTo(parts);
        for (int[] row : seen) {
          assertThat(Arrays.stream(row).allMatch(times -> times == 1)).isTrue();
        }
      }
    }
  }

  @Test
  void batchesAreCutBetweenInputs() {
    assertThat(Grid.forLayers(1000, 1024, 2)).isEqualTo(new Grid(1000, 1024, 2, 1));
    assertThat(Grid.forLayers(1000, 256, 2)).isEqualTo(new Grid(1000, 256, 2, 1));
  }

  @Test
  void fewInputsAreCutBetweenOutputs() {
    assertThat(Grid.forLayers(8, 1024, 2)).isEqualTo(new Grid(8, 1024, 1, 2));
    assertThat(Grid.forLayers(1, 4096, 4)).isEqualTo(new Grid(1, 4096, 1, 4));
  }

  @Test
  void aSquareProductOnItsOwnIsCutBetweenColumns() {
    assertThat(Grid.forOne(1024, 1024, 2)).isEqualTo(new Grid(1024, 1024, 1, 2));
    assertThat(Grid.forOne(2000, 1024, 2)).isEqualTo(new Grid(2000, 1024, 2, 1));
    assertThat(Grid.forOne(512, 512, 16)).isEqualTo(new Grid(512, 512, 4, 4));
  }

  @Test
  void manyThreadsGetBlocksThatAreNearlySquare() {
    assertThat(Grid.forLayers(2048, 2048, 16)).isEqualTo(new Grid(2048, 2048, 4, 4));
    assertThat(Grid.forLayers(4096, 512, 16)).isEqualTo(new Grid(4096, 512, 16, 1));
  }
}

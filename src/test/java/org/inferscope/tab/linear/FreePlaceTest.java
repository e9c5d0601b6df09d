package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;

class FreePlaceTest {
  private static final Box BOUNDS = new Box(0, 0, 100, 100);

  @Test
  void nothingInTheWayLeavesABoxWhereItIsWanted() {
    Box wanted = new Box(20, 30, 10, 10);

    assertThat(FreePlace.near(wanted, BOUNDS, List.of(), 5)).isEqualTo(wanted);
  }

  @Test
  void aBoxMovesAsideOfWhatIsTaken() {
    Box taken = new Box(0, 0, 40, 100);

    Box place = FreePlace.near(new Box(20, 30, 10, 10), BOUNDS, List.of(taken), 5);

    assertThat(place).isEqualTo(new Box(40, 30, 10, 10));
  }

  @Test
  void whereAllIsTakenABoxCoversTheLeast() {
    List<Box> taken = List.of(new Box(0, 0, 100, 100), new Box(0, 0, 100, 80));

    Box place = FreePlace.near(new Box(0, 0, 10, 10), BOUNDS, taken, 5);

    assertThat(place.y()).isEqualTo(80);
  }
}

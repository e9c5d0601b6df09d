package org.inferscope.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;

class EndLabelTest {
  private static final Box TRACK = new Box(100, 50, 200, 20);

  private static EndLabel of(double zero, double end, double width, Box... taken) {
    return EndLabel.of(new EndLabel.Room(TRACK, zero, end, false, List.of(taken), 5), width);
  }

  @Test
  void aLabelGoesBeyondTheEndWhereItHasRoom() {
    assertThat(of(120, 200, 40).box()).isEqualTo(new Box(205, 50, 40, 20));
    assertThat(of(280, 200, 40).box()).isEqualTo(new Box(155, 50, 40, 20));
  }

  @Test
  void otherwiseItGoesInsideTheBar() {
    EndLabel label = of(120, 290, 40);
    assertThat(label.isInside()).isTrue();
    assertThat(label.box()).isEqualTo(new Box(245, 50, 40, 20));
  }

  @Test
  void aShortBarAtTheEdgeHasItsLabelAcrossZero() {
    EndLabel label = of(280, 295, 40);
    assertThat(label.isInside()).isFalse();
    assertThat(label.box()).isEqualTo(new Box(235, 50, 40, 20));
  }

  @Test
  void aLabelTooWideForThePlotIsLeftOut() {
    assertThat(of(200, 200, 150).box().isEmpty()).isTrue();
  }

  @Test
  void aMarkAfterTheEndPushesTheLabelOn() {
    Box mark = new Box(202, 48, 2, 24);
    assertThat(of(120, 200, 40, mark).box()).isEqualTo(new Box(209, 50, 40, 20));
  }

  @Test
  void aBarThatGoesOnHasNothingBeyondItsEnd() {
    EndLabel.Room room = new EndLabel.Room(TRACK, 110, 220, true, List.of(), 5);
    assertThat(EndLabel.of(room, 40).isInside()).isTrue();
  }

  @Test
  void noLabelLeavesThePlotCoversTheEndOrAMark() {
    Random random = new Random(11);
    for (int n = 0; n < 5000; n++) {
      double zero = 100 + random.nextInt(201);
      double end = 100 + random.nextInt(201);
      Box mark = new Box(100 + random.nextInt(200), 48, 2, 24);
      Box box = of(zero, end, 10 + random.nextInt(60), mark).box();
      if (!box.isEmpty()) {
        assertThat(TRACK.covers(box)).isTrue();
        assertThat(box.overlaps(mark)).isFalse();
        assertThat(end > box.x() && end < box.right()).isFalse();
      }
    }
  }
}

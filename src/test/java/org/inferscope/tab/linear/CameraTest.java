package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {
  @Test
  void thePlaneIsSeenAsItIs() {
    Camera camera = Camera.of(2);

    assertThat(camera.seen(new double[] {3, -2})).containsExactly(3, -2);
    assertThat(camera.lifted(0.5, 1)).containsExactly(0.5, 1);
  }

  @Test
  void aMovementInThePictureIsSeenAsThatMovement() {
    for (int turn = -180; turn <= 180; turn += 25) {
      for (int tilt = -90; tilt <= 90; tilt += 15) {
        Camera camera = new Camera(3, Math.toRadians(turn), Math.toRadians(tilt));
        double[] moved = camera.lifted(0.7, -1.3);
        assertThat(camera.seen(moved)).containsExactly(new double[] {0.7, -1.3}, within(1e-12));
        assertThat(camera.nearness(moved)).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void lengthsInTheThreeDirectionsOfTheViewAreKept() {
    Camera camera = Camera.of(3).turned(0.4, 0.3);
    double[] point = {1, -2, 0.5};

    double[] seen = camera.seen(point);

    double squared = seen[0] * seen[0] + seen[1] * seen[1] + Math.pow(camera.nearness(point), 2);
    assertThat(squared).isCloseTo(5.25, within(1e-12));
  }

  @Test
  void turningRightTakesWhatIsInFrontToTheRightAndTiltingStopsAtThePoles() {
    Camera camera = new Camera(3, 0, 0);
    double[] inFront = {0, -1, 0};

    assertThat(camera.nearness(inFront)).isPositive();
    assertThat(camera.turned(0.3, 0).seen(inFront)[0]).isPositive();
    assertThat(camera.turned(0, 0.3).seen(inFront)[1]).isNegative();
    assertThat(camera.turned(0, 9).tilt()).isEqualTo(Math.PI / 2);
  }
}

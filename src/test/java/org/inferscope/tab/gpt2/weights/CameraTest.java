package org.inferscope.tab.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Camera WHOLE =
      new Camera(50257, 768, new Box(60, 40, 900, 700), 80, 25, Place.WHOLE);

  @Test
  void theWholeMatrixFillsThePlot() {
    assertThat(WHOLE.x(0)).isCloseTo(60, within(1e-6));
    assertThat(WHOLE.x(768)).isCloseTo(960, within(1e-6));
    assertThat(WHOLE.y(50257)).isCloseTo(740, within(1e-6));
    assertThat(WHOLE.level()).isEqualTo(new Level(0, 7));
    assertThat(TilePainter.inSight(WHOLE)).hasSize(3 * 2);
  }

  @Test
  void whatIsUnderThePointerStaysThereWhileZooming() {
    Camera camera = WHOLE;
    double row = camera.rowAt(500);
    double col = camera.colAt(300);
    for (int i = 0; i < 12; i++) {
      camera = camera.zoomed(300, 500, 1.35);
      assertThat(camera.y(row)).isCloseTo(500, within(1e-3));
      assertThat(camera.x(col)).isCloseTo(300, within(1e-3));
    }
  }

  @Test
  void rowsAndColumnsArriveAtOneCellSize() {
    Camera near = WHOLE.zoomed(300, 500, 1e9);
    assertThat(near.scaleX()).isCloseTo(80, within(1e-6));
    assertThat(near.scaleY()).isCloseTo(25, within(1e-6));
    assertThat(near.level()).isEqualTo(Level.FULL);
    assertThat(near.zoomed(300, 500, 1e-9).isWhole()).isTrue();
  }

  @Test
  void aDragMovesByPixelsAndStopsAtTheEdges() {
    Camera near = WHOLE.nearest(1000, 100);
    Camera moved = near.dragged(-80, 50);
    assertThat(moved.place().col() - near.place().col()).isCloseTo(1, within(1e-9));
    assertThat(moved.place().row() - near.place().row()).isCloseTo(-2, within(1e-9));
    assertThat(near.dragged(1e7, 1e7).x(0)).isCloseTo(60, within(1e-6));
    assertThat(near.dragged(-1e7, -1e7).y(50257)).isCloseTo(740, within(1e-6));
  }

  @Test
  void aSmallMatrixStaysInTheMiddle() {
    Camera vector = new Camera(1, 5, new Box(0, 0, 900, 700), 80, 25, Place.WHOLE);
    assertThat(vector.matrix().w()).isCloseTo(400, within(1e-9));
    assertThat(vector.seen().centerX()).isCloseTo(450, within(1e-9));
    assertThat(vector.seen().centerY()).isCloseTo(350, within(1e-9));
    assertThat(vector.zoomed(10, 10, 4).matrix()).isEqualTo(vector.matrix());
  }

  @Test
  void aCellIsBroughtIntoSightWithTheLeastMove() {
    Camera near = WHOLE.nearest(1000, 100);
    assertThat(near.showing(1001, 101)).isEqualTo(near);
    Camera moved = near.showing(1100, 100);
    assertThat(moved.lastRow()).isBetween(1100, 1101);
    assertThat(moved.place().col()).isEqualTo(near.place().col());
  }

  @Test
  void onlyTilesInSightAreAskedFor() {
    Camera near = WHOLE.nearest(40000, 700);
    assertThat(TilePainter.inSight(near))
        .contains(new TileKey(Level.FULL, 700 / 256, 40000 / 256))
        .hasSizeLessThanOrEqualTo(4);
  }
}

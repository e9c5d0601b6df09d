package org.inferscope.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import org.inferscope.app.prefs.WindowPlace;
import org.junit.jupiter.api.Test;

class WindowPlacesTest {
  private static final Rectangle MAIN = new Rectangle(0, 0, 1920, 1040);
  private static final Rectangle LEFT = new Rectangle(-1280, 0, 1280, 1024);

  @Test
  void theFirstWindowIsInTheMiddleOfTheMainScreen() {
    Rectangle bounds = WindowPlaces.bounds(Optional.empty(), List.of(MAIN));
    assertThat(bounds.getCenterX()).isEqualTo(960);
    assertThat(MAIN.contains(bounds)).isTrue();
  }

  @Test
  void theFirstWindowFitsOnASmallScreen() {
    Rectangle small = new Rectangle(0, 24, 1024, 576);
    assertThat(WindowPlaces.bounds(Optional.empty(), List.of(small))).isEqualTo(small);
  }

  @Test
  void aWindowComesBackWhereItWas() {
    assertThat(at(-900, 40, 800, 600, List.of(MAIN, LEFT)))
        .isEqualTo(new Rectangle(-900, 40, 800, 600));
  }

  @Test
  void aWindowOnAScreenThatIsGoneComesBackOnTheMainScreen() {
    assertThat(MAIN.contains(at(-900, 40, 800, 600, List.of(MAIN)))).isTrue();
  }

  @Test
  void aWindowWhoseTitleBarCannotBeGrabbedComesBackInSight() {
    assertThat(MAIN.contains(at(100, 1030, 800, 600, List.of(MAIN)))).isTrue();
    assertThat(MAIN.contains(at(100, -500, 800, 600, List.of(MAIN)))).isTrue();
    assertThat(MAIN.contains(at(1900, 100, 800, 600, List.of(MAIN)))).isTrue();
  }

  @Test
  void aWindowLargerThanTheScreenIsMadeToFit() {
    Rectangle bounds = at(0, 0, 3840, 2160, List.of(MAIN));
    assertThat(bounds.width).isEqualTo(1920);
    assertThat(bounds.height).isEqualTo(1040);
  }

  private static Rectangle at(int x, int y, int width, int height, List<Rectangle> screens) {
    return WindowPlaces.bounds(Optional.of(new WindowPlace(x, y, width, height, false)), screens);
  }
}

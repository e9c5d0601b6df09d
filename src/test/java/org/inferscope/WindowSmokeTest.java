package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.inferscope.support.GuiTest;
import org.junit.jupiter.api.Test;

@GuiTest
class WindowSmokeTest {
  @Test
  void aWindowShowsItsTitle() {
    Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    try {
      JFrame frame = GuiActionRunner.execute(() -> new JFrame("Inferscope"));
      new FrameFixture(robot, frame).show().requireTitle("Inferscope");
      assertThat(frame.isShowing()).isTrue();
    } finally {
      robot.cleanUp();
    }
  }
}

package org.inferscope.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watch must be able to see: a watch that never barks proves nothing. */
@GuiTest
class EdtCheckRepaintManagerTest {
  private JFrame frame;
  private JLabel label;
  private EdtCheckRepaintManager watch;

  @BeforeEach
  void show() {
    GuiActionRunner.execute(
        () -> {
          frame = new JFrame("Test");
          label = new JLabel("before");
          frame.add(label);
          frame.pack();
          frame.setVisible(true);
        });
    watch = EdtCheckRepaintManager.install();
  }

  @AfterEach
  void close() {
    GuiActionRunner.execute(() -> frame.dispose());
  }

  @Test
  void aChangeOffTheEventThreadIsSeen() {
    label.setText("after, and longer");
    assertThatThrownBy(watch::uninstall)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("JLabel");
  }

  @Test
  void aChangeOnTheEventThreadIsFine() {
    GuiActionRunner.execute(() -> label.setText("after, and longer"));
    assertThatCode(watch::uninstall).doesNotThrowAnyException();
  }

  @Test
  void askingForARepaintIsFineAnywhere() {
    label.repaint();
    assertThatCode(watch::uninstall).doesNotThrowAnyException();
  }
}

package org.inferscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermRowTest {
  private static FontMetrics metrics() {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    return g.getFontMetrics(new Font(Font.MONOSPACED, Font.PLAIN, 13));
  }

  private static TermRow row(int width) {
    return TermRow.of(width, metrics(), metrics(), List.of("A₁₂", "B₂₁", "bias"), "−1.235e−7");
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 160, 240, 340, 900})
  void nothingOverlapsAtAnyWidth(int width) {
    TermRow row = row(width);
    for (int i = 0; i < row.chips().size(); i++) {
      Rectangle chip = row.chips().get(i);
      assertThat(chip.intersects(row.contribution())).isFalse();
      assertThat(chip.intersects(row.numbers())).isFalse();
      assertThat(chip.intersects(row.bar())).isFalse();
      assertThat(i > 0 && chip.intersects(row.chips().get(i - 1))).isFalse();
    }
    assertThat(row.numbers().intersects(row.contribution())).isFalse();
    assertThat(row.bar().y + row.bar().height).isLessThanOrEqualTo(TermRow.height(metrics()));
  }

  @Test
  void aLinkIsFoundWhereItIsPainted() {
    TermRow row = row(340);
    assertThat(row.chips()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      Rectangle chip = row.chips().get(i);
      assertThat(row.chipAt((int) chip.getCenterX(), (int) chip.getCenterY())).isEqualTo(i);
    }
    assertThat(row.chipAt(339, 5)).isEqualTo(-1);
  }
}

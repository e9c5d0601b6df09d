package org.inferscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SvgPictureTest {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  @Test
  void anotherProgramSeesWhatWasPainted() throws IOException {
    byte[] svg =
        SvgPicture.of(
            80,
            40,
            g -> {
              g.setColor(Color.RED);
              g.fillRect(10, 10, 20, 20);
              g.setColor(Color.BLUE);
              g.setFont(FONT);
              g.drawString("M", 50, 30);
            });
    BufferedImage seen = new BufferedImage(80, 40, BufferedImage.TYPE_INT_ARGB);
    new FlatSVGIcon(new ByteArrayInputStream(svg)).paintIcon(null, seen.createGraphics(), 0, 0);
    assertThat(seen.getRGB(20, 20)).isEqualTo(Color.RED.getRGB());
    assertThat(seen.getRGB(40, 20) >>> 24).isZero();
    assertThat(new String(svg, StandardCharsets.UTF_8))
        .contains("width=\"80\"")
        .doesNotContain("<text");
  }
}

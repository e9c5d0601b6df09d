package org.inferscope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icons of all systems, read as those do. */
class IconsTest {
  private static final String DRAWING = "assets/icons/inferscope.svg";

  @TempDir private static Path folder;

  @BeforeAll
  static void draw() throws IOException {
    try (InstallerTool tool = InstallerTool.compile(Files.createDirectory(folder.resolve("c")))) {
      tool.call("Icons", "main", (Object) new String[] {DRAWING, folder.toString()});
    }
  }

  @Test
  void thereIsAPictureOfEverySize() throws IOException {
    for (int size : List.of(16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)) {
      BufferedImage icon = ImageIO.read(folder.resolve("inferscope-" + size + ".png").toFile());
      assertThat(icon.getWidth()).isEqualTo(size);
      assertThat(icon.getHeight()).isEqualTo(size);
      assertThat(icon.getRGB(size / 2, size / 2) >>> 24).as("opaque amid %d", size).isEqualTo(255);
      assertThat(icon.getRGB(0, 0) >>> 24).as("the corner of %d", size).isLessThan(128);
    }
  }

  @Test
  void windowsFindsBitmapsAndOnePicture() throws IOException {
    ByteBuffer ico =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("inferscope.ico")))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(ico.getShort(0)).isZero();
    assertThat(ico.getShort(2)).isEqualTo((short) 1);
    List<Integer> sizes = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < ico.getShort(4); i++) {
      int entry = 6 + 16 * i;
      int size = ico.get(entry) == 0 ? 256 : ico.get(entry);
      int length = ico.getInt(entry + 8);
      int at = ico.getInt(entry + 12);
      sizes.add(size);
      if (size == 256) {
        byte[] png = new byte[length];
        ico.get(at, png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(256);
      } else {
        // The header's height counts the mask's rows, too.
        assertThat(List.of(ico.getInt(at), ico.getInt(at + 4), ico.getInt(at + 8)))
            .isEqualTo(List.of(40, size, 2 * size));
        int middle = at + 40 + 4 * (size * (size / 2) + size / 2);
        assertThat(ico.get(middle + 3)).as("opaque amid %d", size).isEqualTo((byte) -1);
      }
      end = at + length;
    }
    assertThat(sizes).containsExactly(16, 20, 24, 32, 40, 48, 64, 256);
    assertThat(end).isEqualTo(ico.capacity());
  }

  @Test
  void macosFindsPicturesOfTheSizesThatTheirTypesSay() throws IOException {
    ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("inferscope.icns")));
    assertThat(word(icns, 0)).isEqualTo("icns");
    assertThat(icns.getInt(4)).isEqualTo(icns.capacity());
    Map<String, Integer> found = new TreeMap<>();
    for (int at = 8; at < icns.capacity(); at += icns.getInt(at + 4)) {
      byte[] png = new byte[icns.getInt(at + 4) - 8];
      icns.get(at + 8, png);
      found.put(word(icns, at), ImageIO.read(new ByteArrayInputStream(png)).getWidth());
    }
    assertThat(found)
        .isEqualTo(
            Map.of(
                "icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11",
                32, "ic12", 64, "ic13", 256, "ic14", 512));
  }

  private static String word(ByteBuffer bytes, int at) {
    byte[] word = new byte[4];
    bytes.get(at, word);
    return new String(word, StandardCharsets.US_ASCII);
  }
}

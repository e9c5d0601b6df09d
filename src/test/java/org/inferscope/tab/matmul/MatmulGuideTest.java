package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatmulGuideTest {
  private String html = "";

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = MatmulGuideTest.class.getResourceAsStream("guide.html")) {
      html = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isShortEnoughToReadBesideTheTab() {
    String text = html.replaceAll("<[^>]*>", " ");
    assertThat(Pattern.compile("\\S+").matcher(text).results().count()).isBetween(350L, 520L);
  }

  @Test
  void worksThroughTheNotebooksNumbers() {
    assertThat(html).contains("= 58", "= 64", "46,170,898,432", "0.1480 ms");
  }

  @Test
  void leavesColoursToTheTheme() {
    assertThat(html).doesNotContain("style=", "color", "<font");
  }
}

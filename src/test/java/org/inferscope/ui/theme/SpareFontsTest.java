package org.inferscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SpareFontsTest {
  @TempDir private Path folder;

  @BeforeAll
  static void onLinux() {
    assumeTrue(System.getProperty("os.name").startsWith("Linux"), "elsewhere Java has fonts");
  }

  /** Another Java, for which fontconfig finds no font at all. */
  private ChildJvm fontless(Path cache, String text) throws IOException {
    Path none = Files.writeString(folder.resolve("none.conf"), "<fontconfig></fontconfig>");
    return ChildJvm.start(
        folder,
        Map.of("FONTCONFIG_FILE", none.toString(), "LC_ALL", "C.UTF-8"),
        "-Djava.awt.headless=true",
        "-Duser.home=" + folder,
        FontlessMain.class.getName(),
        cache.toString(),
        text);
  }

  @Test
  void everyLetterOfTheTextsIsPaintedWhereTheSystemHasNoFont() throws Exception {
    Path cache = folder.resolve("a b=c\u00fc");
    try (ChildJvm child = fontless(cache, letters())) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out()).isEqualTo("painted\n");
    }
    try (ChildJvm again = fontless(cache, "a")) {
      assertThat(again.exitCode()).as(again.err()).isZero();
    }
  }

  @Test
  void areFoundInAHomeThatHasBeenMoved() throws Exception {
    Path old = folder.resolve("old");
    try (ChildJvm child = fontless(old, "a")) {
      assertThat(child.exitCode()).as(child.err()).isZero();
    }
    try (ChildJvm moved = fontless(Files.move(old, folder.resolve("new")), "a")) {
      assertThat(moved.exitCode()).as(moved.err()).isZero();
    }
  }

  @Test
  void withoutThemJavaCannotPaintText() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    try (ChildJvm child = fontless(blocked, "a")) {
      assertThat(child.exitCode()).isNotZero();
    }
  }

  /** Each letter beyond ASCII of all texts, once. */
  private static String letters() throws IOException {
    StringBuilder all = new StringBuilder();
    Path texts = Path.of("src/main/resources/org/inferscope/text");
    try (Stream<Path> bundles = Files.list(texts)) {
      for (Path bundle : bundles.filter(file -> file.toString().endsWith(".properties")).toList()) {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(bundle, StandardCharsets.UTF_8));
        properties.values().forEach(all::append);
      }
    }
    return all.toString()
        .codePoints()
        .filter(letter -> letter > 127)
        .distinct()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

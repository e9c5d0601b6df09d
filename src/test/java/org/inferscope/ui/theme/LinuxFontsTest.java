package org.inferscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up Linux in a folder. */
class LinuxFontsTest {
  @TempDir private Path root;

  private Path configuration;

  @BeforeEach
  void configuration() throws IOException {
    configuration = file("etc/fonts/fonts.conf");
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private boolean mayBeMissing(String... variable) {
    Map<String, String> home = Map.of("HOME", root.resolve("home/ada").toString());
    return LinuxFonts.mayBeMissing(
        variable.length == 0 ? home : Map.of(variable[0], root.resolve(variable[1]).toString()),
        root.toFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "usr/local/share/fonts/a.otf",
        "home/ada/.fonts/a.ttc",
        "home/ada/.local/share/fonts/A.TTF"
      })
  void areNotMissedWhereAUsualFolderHasOne(String font) throws IOException {
    assertThat(mayBeMissing()).isTrue();
    file("usr/share/fonts/cmap/readme.txt");
    assertThat(mayBeMissing()).isTrue();
    file(font);
    assertThat(mayBeMissing()).isFalse();
  }

  @Test
  void areLookedForWhereTheUserKeepsData() throws IOException {
    file("data/fonts/a.ttf");
    assertThat(mayBeMissing("XDG_DATA_HOME", "data")).isFalse();
    assertThat(mayBeMissing("XDG_DATA_HOME", "other")).isTrue();
  }

  @Test
  void mayBeMissingWhereFontconfigIsSetUpInAnotherWay() throws IOException {
    file("usr/share/fonts/a.ttf");
    assertThat(mayBeMissing()).isFalse();
    assertThat(mayBeMissing("FONTCONFIG_FILE", "x")).isTrue();
    assertThat(mayBeMissing("FONTCONFIG_PATH", "x")).isTrue();
    assertThat(mayBeMissing("FONTCONFIG_SYSROOT", "x")).isTrue();
    Files.delete(configuration);
    assertThat(mayBeMissing()).isTrue();
  }
}

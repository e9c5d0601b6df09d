package org.inferscope.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemThemeTest {
  @Test
  void theAnswersOfEachSystemAreUnderstood() {
    assertThat(SystemTheme.saysDark("mac os x", "Dark\n")).isTrue();
    assertThat(SystemTheme.saysDark("mac os x", "Light\n")).isFalse();
    assertThat(SystemTheme.saysDark("windows 11", "AppsUseLightTheme    REG_DWORD    0x0"))
        .isTrue();
    assertThat(SystemTheme.saysDark("windows 11", "AppsUseLightTheme    REG_DWORD    0x1"))
        .isFalse();
    assertThat(SystemTheme.saysDark("linux", "v v u 1")).isTrue();
    assertThat(SystemTheme.saysDark("linux", "v v u 2")).isFalse();
    assertThat(SystemTheme.saysDark("linux", "'prefer-dark'")).isTrue();
    assertThat(SystemTheme.saysDark("linux", "'default'")).isFalse();
  }

  @Test
  void eachSystemHasAQuestion() {
    assertThat(SystemTheme.question("linux").toString()).contains("color-scheme");
    assertThat(SystemTheme.question("windows 10")).contains("AppsUseLightTheme");
    assertThat(SystemTheme.question("mac os x").toString()).contains("AppleInterfaceStyle");
  }
}

package org.inferscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppVersionTest {
  @Test
  void isTheOneTheBuildWroteDown() {
    assertThat(AppVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}

package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaFlagsTest {
  @Test
  void eachJavaIsToldOnlyWhatItKnows() {
    assertThat(JavaFlags.of(17)).isEmpty();
    assertThat(JavaFlags.of(22)).containsExactly("--enable-native-access=ALL-UNNAMED");
    assertThat(JavaFlags.of(25))
        .containsExactly(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }
}

package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void anUnknownCommandIsWrongUse() {
    assertThat(Main.run(new String[] {"no-such-command"})).isEqualTo(2);
  }
}

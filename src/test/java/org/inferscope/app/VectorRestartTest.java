package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which commands are worth a second Java. */
class VectorRestartTest {
  @Test
  void commandsThatComputeALotAre() {
    assertThat(VectorRestart.helps(false, List.of("trace", "--prompt", "a"))).isTrue();
    assertThat(VectorRestart.helps(false, List.of("bench", "gpt2"))).isTrue();
    assertThat(VectorRestart.helps(false, List.of("generate"))).isTrue();
  }

  @Test
  void othersAreNot() {
    assertThat(VectorRestart.helps(false, List.of())).isFalse();
    assertThat(VectorRestart.helps(false, List.of("bench"))).isFalse();
    assertThat(VectorRestart.helps(false, List.of("bench", "matmul"))).isFalse();
    assertThat(VectorRestart.helps(false, List.of("doctor"))).isFalse();
  }

  @Test
  void noneIsWhereTheModuleIsThereAlready() {
    assertThat(VectorRestart.helps(true, List.of("trace"))).isFalse();
  }

  @Test
  void whatShortensTheStartOfAWindowIsNotPassedOn() {
    assertThat(
            VectorRestart.inherited(
                List.of(
                    "-Xmx1g",
                    "-XX:Tier4BackEdgeThreshold=400000",
                    "-XX:AOTCache=a.aot",
                    "-XX:SharedArchiveFile=a.jsa",
                    "-XX:+UseSerialGC")))
        .containsExactly("-Xmx1g", "-XX:+UseSerialGC");
  }
}

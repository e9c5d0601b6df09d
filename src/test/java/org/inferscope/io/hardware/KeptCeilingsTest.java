package org.inferscope.io.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.MachineCeilings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptCeilingsTest {
  private static final MachineCeilings MACHINE =
      new MachineCeilings(
          "Some processor",
          Instant.parse("2026-01-02T03:04:05Z"),
          List.of(
              new Ceiling(Ceiling.Kind.GEMM, 1.25e11, 1.2e11, 1.3e11, "a “large” product", 2, 9),
              new Ceiling(Ceiling.Kind.MEMORY_READ, 2e10, 1e10, 3e10, "reading", 2, 1L << 33)),
          List.of("No third-level cache was found."));

  @TempDir private Path folder;

  @Test
  void whatIsSavedIsReadAgainToTheLastDigit() {
    KeptCeilings kept = new KeptCeilings(folder.resolve("not/there/yet"));
    assertThat(kept.load()).isEmpty();
    kept.save(MACHINE);
    assertThat(kept.load()).contains(MACHINE);
  }

  @Test
  void aLimitOfALaterVersionIsLeftOut() throws IOException {
    KeptCeilings kept = new KeptCeilings(folder);
    kept.save(MACHINE);
    Files.writeString(kept.file(), Files.readString(kept.file()).replace("gemm", "warp_drive"));
    assertThat(kept.load().orElseThrow().ceilings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "not json {",
        "{\"device\": 3}",
        "{\"device\":\"d\",\"date\":\"yesterday\",\"ceilings\":[],\"notes\":[]}",
        "{\"device\":\"d\",\"date\":\"2026-01-02T03:04:05Z\",\"notes\":[],\"ceilings\":"
            + "[{\"limit\":\"gemm\",\"value\":-1,\"min\":1,\"max\":2,\"how\":\"\",\"threads\":1,"
            + "\"workingSetBytes\":0}]}"
      })
  void whatIsNoMeasurementIsRefusedWithTheFilesName(String text) throws IOException {
    KeptCeilings kept = new KeptCeilings(folder);
    Files.writeString(kept.file(), text);
    assertThatThrownBy(kept::load)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("machine.json");
  }
}

package org.inferscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.compute.bench.MachineJson;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchMachineCommandTest {
  private static final MachineCeilings MACHINE =
      new MachineCeilings(
          "abacus",
          Instant.parse("2026-01-02T03:04:05Z"),
          List.of(
              new Ceiling(Kind.MULTIPLY_ADD, 3e11, 2e11, 3.1e11, "in registers", 2, 0),
              new Ceiling(Kind.MEMORY_READ, 2.5e10, 1e10, 3e10, "reading", 2, 1 << 30)),
          List.of("The caches are a guess."));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    CommandLine bench =
        BenchCommand.line(
            List.of(),
            new Backends(),
            (stopwatch, listener) -> {
              listener.progress(0, "Counting beads");
              listener.progress(0.5, "Losing beads");
              return MACHINE;
            },
            TestModels.in(folder));
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    bench.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return bench.execute(args);
  }

  @Test
  void printsProgressAndThenEveryLimitWithHowItWasMeasured() {
    assertThat(run("machine")).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("1/8 Counting beads"),
            line -> assertThat(line).isEqualTo("5/8 Losing beads"),
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).isEqualTo("abacus"),
            line -> assertThat(line).matches("limit +median +min +max +how"),
            line ->
                assertThat(line)
                    .matches(
                        "Multiply-adds on registers +300 GFLOP/s +200 GFLOP/s +310 GFLOP/s +"
                            + "in registers, threads: 2"),
            line ->
                assertThat(line)
                    .matches(
                        "Memory, reading +25 GB/s +10 GB/s +30 GB/s +"
                            + "reading, threads: 2, working set: 1.074 GB"),
            line -> assertThat(line).isEqualTo("The caches are a guess."));
  }

  @Test
  void theFileHoldsAllOfIt() throws IOException {
    Path file = folder.resolve("machine.json");
    assertThat(run("machine", "--json", file.toString())).isZero();
    assertThat(MachineJson.parse(Files.readString(file))).isEqualTo(MACHINE);
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeMeasuring() {
    assertThat(run("machine", "--json", folder.resolve("none/m.json").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("m.json");
    assertThat(out.toString()).isEmpty();
  }
}

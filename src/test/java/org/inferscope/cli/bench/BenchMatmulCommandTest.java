package org.inferscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchMatmulCommandTest {
  /** Is not asked. */
  static final MachineBenchmark NO_MACHINE =
      (stopwatch, listener) -> {
        throw new IllegalStateException();
      };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    List<MatmulImpl> known =
        List.of(
            plain("plain", ReferenceBackend::new),
            plain("other", ReferenceBackend::new),
            plain(
                "missing",
                () -> {
                  throw new UnsatisfiedLinkError("no such library\nand more");
                }),
            new Absent("sold"));
    CommandLine bench = BenchCommand.line(known, new Backends(), NO_MACHINE, TestModels.in(folder));
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    bench.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return bench.execute(args);
  }

  private static MatmulImpl plain(String id, Callable<Backend> maker) {
    return BackendMatmul.byRows(new Device(id, "abacus", DeviceKind.CPU, "plain Java"), maker);
  }

  @Test
  void measuresEverySizeWithEveryImplementationInTurn() throws IOException {
    Path file = folder.resolve("bench.json");
    assertThat(
            run(
                "matmul",
                "--sizes",
                "4,2x3x5",
                "--impl",
                "plain,other",
                "--reps",
                "5",
                "--json",
                file.toString()))
        .isZero();
    assertThat(err.toString()).isEmpty();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("plain: plain Java on ");
    assertThat(lines.subList(3, 8))
        .satisfiesExactly(
            line -> assertThat(line).matches("MxKxN +impl +median ms +min ms .*reps"),
            line -> assertThat(line).matches("4x4x4 +plain +[\\d.].* 5"),
            line -> assertThat(line).matches("4x4x4 +other +[\\d.].* 5"),
            line -> assertThat(line).matches("2x3x5 +plain +[\\d.].* 5"),
            line -> assertThat(line).matches("2x3x5 +other +[\\d.].* 5"))
        .allSatisfy(
            line -> assertThat(line.lastIndexOf("  ")).isEqualTo(lines.get(3).lastIndexOf("  ")));
    JsonArray json = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    assertThat(json)
        .extracting(object -> object.getAsJsonObject().get("impl").getAsString())
        .containsExactly("plain", "other", "plain", "other");
  }

  @Test
  void aProductBeyondTheTimeLimitIsLeftOutAndSaidSo() {
    assertThat(run("matmul", "--sizes", "600", "--impl", "plain", "--time-limit", "1e-3")).isZero();
    assertThat(out.toString())
        .contains("600x600x600  plain")
        .containsPattern("left out: one product would take .*, more than the time limit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sizes=0        | All sizes must be 1 or more",
        "--sizes=64,abc   | \"abc\" is not a size",
        "--sizes=46000    | The size 46000 needs",
        "--sizes=99999    | at most 2,147,483,639 numbers",
        "--impl=gpu       | There is no implementation \"gpu\". There are: plain, other, missing, sold.",
        "--reps=0         | --reps must be 1 or more",
        "--reps=x         | --reps",
        "--time-limit=0   | --time-limit must be more than 0",
        "--time-limit=NaN | --time-limit must be more than 0",
        "--rounds=3       | --rounds"
      })
  void wrongUseIsToldInASentenceAndExitsWith2(String option, String sentence) {
    assertThat(run("matmul", "--impl=plain", option)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("!cli.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void benchAloneAsksForABenchmark() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Name a benchmark: matmul, mlp, gpt2, machine.");
  }

  @Test
  void anImplementationThatCannotBeLoadedFailsInOneSentenceAndTheRestGoesOn() {
    assertThat(run("matmul", "--sizes", "4", "--impl", "missing,plain")).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern(
            "4x4x4 +missing +plain Java could not be loaded: its native library is missing or does"
                + " not fit this system \\(no such library\\)\\.")
        .containsPattern("4x4x4 +plain +[\\d.]");
  }

  @Test
  void allMeansAllThatAreHere() {
    assertThat(run("matmul", "--sizes", "4", "--impl", "all", "--reps", "1")).isEqualTo(1);
    assertThat(out.toString())
        .contains("sold: not here. It was sold.")
        .containsPattern("4x4x4 +plain +[\\d.]")
        .containsPattern("4x4x4 +missing +plain Java could not be loaded")
        .doesNotContainPattern("4x4x4 +sold");
    assertThat(run("matmul", "--sizes", "4", "--impl", "sold", "--reps", "1")).isEqualTo(1);
    assertThat(out.toString()).containsPattern("4x4x4 +sold +It was sold\\.");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeMeasuring() {
    Path file = folder.resolve("none").resolve("bench.json");
    assertThat(run("matmul", "--impl", "plain", "--json", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains(file.toString());
    assertThat(out.toString()).isEmpty();
  }

  /** Cannot be used on this machine. */
  private record Absent(String id) implements MatmulImpl {
    @Override
    public String name() {
      return id;
    }

    @Override
    public Device device() {
      return new Device(id, "abacus", DeviceKind.CPU, id);
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.of("It was sold.");
    }

    @Override
    public Product prepare(int m, int k, int n) {
      throw new IllegalStateException();
    }
  }
}

package org.inferscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchMlpCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    Backends known =
        new Backends().with("plain", ReferenceBackend::new).with("other", ReferenceBackend::new);
    CommandLine bench =
        BenchCommand.line(
            List.of(), known, BenchMatmulCommandTest.NO_MACHINE, TestModels.in(folder));
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return bench.execute(args);
  }

  @Test
  void measuresOneByOneAndAsABatchWithEveryImplementationInTurn() throws IOException {
    Path file = folder.resolve("bench.json");
    assertThat(
            run(
                "mlp",
                "--dims",
                "4,3,2",
                "--inputs",
                "7",
                "--impl",
                "plain,other",
                "--reps",
                "3",
                "--json",
                file.toString()))
        .isZero();
    assertThat(err.toString()).isEmpty();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("plain: plain Java on ");
    assertThat(lines.get(3))
        .isEqualTo("Network 4,3,2, with ReLU between its layers: 36 FLOP an input");
    assertThat(lines.subList(4, 9))
        .satisfiesExactly(
            line -> assertThat(line).matches("phase +inputs +impl +median ms .*GFLOP/s +reps"),
            line -> assertThat(line).matches("single +7 +plain +[\\d.].* 3"),
            line -> assertThat(line).matches("single +7 +other +[\\d.].* 3"),
            line -> assertThat(line).matches("batch +7 +plain +[\\d.].* 3"),
            line -> assertThat(line).matches("batch +7 +other +[\\d.].* 3"))
        .allSatisfy(
            line -> assertThat(line.lastIndexOf("  ")).isEqualTo(lines.get(4).lastIndexOf("  ")));
    JsonArray json = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    assertThat(json)
        .extracting(BenchMlpCommandTest::place)
        .containsExactly("plain single 1", "other single 1", "plain batch 7", "other batch 7");
    assertThat(json)
        .allSatisfy(
            element -> {
              assertThat(element.getAsJsonObject().get("bench").getAsString()).isEqualTo("mlp");
              assertThat(element.getAsJsonObject().get("inputs").getAsInt()).isEqualTo(7);
              assertThat(element.getAsJsonObject().get("dims")).hasToString("[4,3,2]");
            });
  }

  private static String place(JsonElement element) {
    return "%s %s %d"
        .formatted(
            element.getAsJsonObject().get("impl").getAsString(),
            element.getAsJsonObject().get("phase").getAsString(),
            element.getAsJsonObject().get("batch").getAsInt());
  }

  @Test
  void theCurveHasABatchSizeALine() throws IOException {
    Path file = folder.resolve("bench.json");
    assertThat(
            run(
                "mlp",
                "--dims=2,2",
                "--inputs=3",
                "--impl=plain",
                "--reps=1",
                "--curve",
                "--json=" + file))
        .isZero();
    JsonArray json = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    assertThat(json)
        .extracting(BenchMlpCommandTest::place)
        .startsWith("plain single 1", "plain batch 3", "plain curve 1", "plain curve 2")
        .endsWith("plain curve 512", "plain curve 1024")
        .hasSize(2 + 11);
  }

  @Test
  void aRunBeyondTheTimeLimitIsLeftOutAndSaidSo() {
    assertThat(run("mlp", "--dims", "300,300", "--impl", "plain", "--time-limit", "1e-3")).isZero();
    assertThat(out.toString())
        .containsPattern("single +1,000 +plain +left out: one run would take .*, more than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dims=512       | \"512\" is no network",
        "--dims=512,abc   | \"512,abc\" is not a list of widths",
        "--dims=8,0       | \"8,0\" has a width of 0",
        "--dims=46000,46000 | The network 46000,46000 with 1,000 inputs needs",
        "--dims=99999,99999 | is too large",
        "--inputs=0       | --inputs must be 1 or more",
        "--inputs=x       | --inputs",
        "--impl=gpu       | There is no implementation \"gpu\". There are: plain, other.",
        "--reps=0         | --reps must be 1 or more",
        "--time-limit=0   | --time-limit must be more than 0",
        "--sizes=3        | --sizes"
      })
  void wrongUseIsToldInASentenceAndExitsWith2(String option, String sentence) {
    assertThat(run("mlp", "--impl=plain", option)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("!cli.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpTellsEveryOption() {
    assertThat(run("mlp", "--help")).isZero();
    assertThat(out.toString())
        .contains("Measures a network", "--dims", "--inputs", "--curve", "--impl", "--json")
        .doesNotContain("!cli.");
  }
}

package org.inferscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code bench gpt2} prints and writes. */
class BenchGpt2CommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    Backends known = new Backends().with(OpenBlasLoader.ID, () -> new OpenBlasLoader().load());
    CommandLine bench =
        BenchCommand.line(
            List.of(), known, BenchMatmulCommandTest.NO_MACHINE, TestModels.in(folder));
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    bench.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return bench.execute(args);
  }

  @Test
  void measuresEveryPhaseOfEveryLengthAndFormat() throws Exception {
    Path json = folder.resolve("times.json");
    int code =
        run(
            "gpt2",
            "--prompt-tokens",
            "3,256,300",
            "--decode",
            "2",
            "--reps",
            "1",
            "--weights",
            "FP32,INT8",
            "--json",
            json.toString());
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonArray all = JsonParser.parseString(Files.readString(json)).getAsJsonArray();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      JsonObject one = all.get(i).getAsJsonObject();
      seen.add(
          one.get("weights").getAsString()
              + " "
              + one.get("prompt_tokens").getAsInt()
              + " "
              + one.get("phase").getAsString());
      assertThat(one.get("bench").getAsString()).isEqualTo("gpt2");
      assertThat(one.get("median_ms").getAsDouble()).isPositive();
      assertThat(one.get("gflops").getAsDouble()).isPositive();
    }
    assertThat(seen)
        .containsExactly(
            "FP32 3 prefill",
            "FP32 3 prefill+trace",
            "FP32 3 decode",
            "FP32 256 prefill",
            "FP32 256 prefill+trace",
            "INT8 3 prefill",
            "INT8 3 prefill+trace",
            "INT8 3 decode",
            "INT8 256 prefill",
            "INT8 256 prefill+trace");
    assertThat(out.toString())
        .contains("300 tokens: left out, the model looks at 256 at most.")
        .contains("INT8 against FP32 on 64 tokens: KL divergence");
  }

  @Test
  void comparesRoundedWeightsOnAText() throws Exception {
    Path text = Files.writeString(folder.resolve("a.txt"), "The matrix multiplication is a sum.");
    int code =
        run(
            "gpt2",
            "--prompt-tokens",
            "1",
            "--decode",
            "0",
            "--reps",
            "1",
            "--weights",
            "BF16",
            "--text",
            text.toString());
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).containsPattern("BF16 against FP32 on \\d+ tokens: KL");
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThat(run("gpt2", "--random-gpt2-small", "--model", "demo")).isEqualTo(2);
    assertThat(run("gpt2", "--random-gpt2-small", "--text", "a.txt")).isEqualTo(2);
    assertThat(run("gpt2", "--weights", "INT4")).isEqualTo(2);
    assertThat(run("gpt2", "--prompt-tokens", "0")).isEqualTo(2);
    assertThat(run("gpt2", "--impl", "abacus")).isEqualTo(2);
    assertThat(err.toString().lines())
        .contains(
            "Either --model or --random-gpt2-small, not both.",
            "Random weights have no tokenizer: --text does not go with --random-gpt2-small.",
            "Weights cannot be kept as INT4. There are: FP32, BF16, INT8.",
            "--prompt-tokens must be 1 or more, --decode 0 or more.",
            "There is no implementation \"abacus\". There are: openblas.");
  }

  @Test
  void saysWhichModelsThereAre() {
    assertThat(run("gpt2", "--model", "gpt9")).isEqualTo(1);
    assertThat(err.toString()).contains("gpt9").contains("demo");
  }
}

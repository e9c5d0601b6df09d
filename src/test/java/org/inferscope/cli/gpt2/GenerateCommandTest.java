package org.inferscope.cli.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code generate} prints. */
class GenerateCommandTest {
  private static final String PROMPT = "The matrix multiplication is";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private TestHosts hosts;

  private TestHosts hosts() {
    if (hosts == null) {
      hosts = new TestHosts(folder);
    }
    return hosts;
  }

  private int run(String... args) {
    CommandLine generate = new CommandLine(new GenerateCommand(hosts()));
    generate.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    generate.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return generate.execute(args);
  }

  @ParameterizedTest
  @CsvSource({"FP32", "BF16", "INT8"})
  void printsThePromptAndWhatFollows(String weights) {
    assertThat(run("--prompt", PROMPT, "--greedy", "--max-new-tokens", "3", "--weights", weights))
        .as(err::toString)
        .isZero();
    assertThat(out.toString()).isEqualTo(PROMPT + " a sum of" + System.lineSeparator());
    assertThat(err.toString()).startsWith("3 tokens, ").contains("As many as were asked for.");
  }

  @Test
  void endsBeforeAStopText() {
    assertThat(run("--prompt", PROMPT, "--greedy", "--stop", "um")).isZero();
    assertThat(out.toString()).isEqualTo(PROMPT + " a s" + System.lineSeparator());
    assertThat(err.toString()).contains("Ended before a text given with --stop.");
  }

  @Test
  void printsTheSameForTheSameSeedWithAndWithoutCache() {
    run("--prompt", "Once", "--seed", "5", "--top-k", "30", "--max-new-tokens", "8");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("--prompt", "Once", "--seed", "5", "--top-k", "30", "--max-new-tokens", "8", "--no-cache");
    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void refusesSettingsInWords() {
    assertThat(run("--prompt", PROMPT, "--temperature", "0")).isEqualTo(1);
    assertThat(run("--prompt", PROMPT, "--max-new-tokens", "-1")).isEqualTo(2);
    assertThat(run("--prompt", PROMPT, "--weights", "FP8")).isEqualTo(2);
    assertThat(run("--max-new-tokens", "1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--max-new-tokens must be 0 or more.")
        .contains("Weights cannot be kept as FP8. There are: FP32, BF16, INT8.");
  }
}

package org.inferscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void anUnknownCommandIsWrongUseAndShowsTheUsageLine() {
    assertThat(Commands.run("no-such-command")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no-such-command")
        .contains("Usage: inferscope");
  }

  @Test
  void versionIsPrinted() {
    assertThat(Commands.run("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Inferscope");
  }

  @Test
  void withoutADisplayOneSentenceNamesTheCommandThatNeedsNone() {
    assertThat(Displays.orSayWhatWorksWithout(false)).isFalse();
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .contains("snapshot --tab all")
        .doesNotContain("\n");
  }
}

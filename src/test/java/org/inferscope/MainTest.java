package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.inferscope.io.UserFolders;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, as a shell sees it. */
@Timeout(120)
class MainTest {
  @TempDir private Path home;

  private record Ended(int code, String out, String err) {}

  private Ended run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    String[] command = new String[args.length + 2];
    command[0] = "-Duser.home=" + home;
    command[1] = Main.class.getName();
    System.arraycopy(args, 0, command, 2, args.length);
    try (ChildJvm child = ChildJvm.start(home, environment, command)) {
      int code = child.exitCode();
      return new Ended(code, child.out(), child.err());
    }
  }

  @Test
  void theVersionIsPrintedAndTheProcessEndsWithZero() throws Exception {
    Ended ended = run(Map.of(), "--version");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("Inferscope ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void wrongUseEndsWithTwoAndTheUsageLine() throws Exception {
    Ended ended = run(Map.of(), "snapshoot");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("snapshoot", "Usage: inferscope");
  }

  @Test
  void failureEndsWithOneAndOneSentenceAndTheStackTraceIsInTheLog() throws Exception {
    Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("state").toString());
    Ended ended = run(environment, "missing.inferscope");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).isEqualToIgnoringNewLines("missing.inferscope does not exist.");

    Path logs = UserFolders.of(System.getProperty("os.name"), environment, home).logs();
    assertThat(logs.resolve("inferscope.0.0.log"))
        .content()
        .contains("InferscopeException: missing.inferscope does not exist.", "  at org.inferscope");
  }

  @Test
  void withoutADisplayOneSentenceNamesTheCommandThatNeedsNoneAndTheProcessEndsWithTwo()
      throws Exception {
    for (String display : new String[] {"", ":4242"}) {
      Ended ended = run(Map.of("DISPLAY", display, "WAYLAND_DISPLAY", ""));
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err().lines()).singleElement().asString().contains("snapshot");
    }
  }

  @Test
  void doctorFindsTheRealDevicesWithoutADisplay() throws Exception {
    Ended ended = run(Map.of("DISPLAY", ""), "doctor", "--json");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    JsonObject json = JsonParser.parseString(ended.out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("displays")).isEmpty();
    assertThat(json.get("displayProblem").getAsString()).isNotEmpty();
    assertThat(json.getAsJsonArray("devices"))
        .extracting(device -> device.getAsJsonObject().get("id").getAsString())
        .contains("reference");
    assertThat(json.getAsJsonArray("devices"))
        .noneMatch(device -> device.getAsJsonObject().get("state").getAsString().equals("loading"));
  }
}

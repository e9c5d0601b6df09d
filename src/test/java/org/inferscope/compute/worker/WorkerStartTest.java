package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that go wrong at their start: each is one plain sentence, and none is left behind. */
class WorkerStartTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Device DEVICE = new Device("gpu", "A card", DeviceKind.GPU, "Driver 1");

  @TempDir private Path folder;

  @AfterEach
  void noneIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void oneThatTalksInstead() {
    assertSentence(FakeWorkers.Talks.class, LONG)
        .isEqualTo(
            "The process for Driver 1 did not start as expected and was stopped."
                + " It wrote “Welcome! You have new messages.”.");
  }

  @Test
  void oneThatWritesNoise() {
    assertSentence(FakeWorkers.Streams.class, LONG)
        .startsWith("The process for Driver 1 did not start as expected and was stopped.")
        .hasSizeLessThan(200);
  }

  @Test
  void oneThatNeverSpeaksNorEnds() {
    assertSentence(FakeWorkers.Silent.class, SHORT)
        .isEqualTo("The process for Driver 1 did not start within 300 ms and was stopped.");
  }

  @Test
  void oneThatEndsAndSaysWhy() {
    assertSentence(FakeWorkers.Ends.class, LONG)
        .isEqualTo(
            "The process for Driver 1 ended at its start, with exit status 3:"
                + " java.lang.IllegalStateException: no CUDA here.");
  }

  @Test
  void oneThatEndsWithoutAWord() {
    assertSentence(FakeWorkers.EndsMutely.class, LONG)
        .isEqualTo("The process for Driver 1 ended at its start, with exit status 4.");
  }

  @Test
  void oneOfAnotherVersion() {
    assertSentence(FakeWorkers.OtherVersion.class, LONG)
        .isEqualTo(
            "The process for Driver 1 is of another version of Inferscope, 9.1.0."
                + " Close Inferscope and start it again.");
  }

  @Test
  void oneThatNobodyCanReachAfterJavaHadSomethingToSay() {
    assertSentence(FakeWorkers.Deaf.class, LONG).isEqualTo("The connection to Driver 1 broke off.");
  }

  @Test
  void oneThatIsNoProgram() throws Exception {
    Path occupied = Files.writeString(folder.resolve("java"), "not a program");
    WorkerCommand command =
        new WorkerCommand(occupied, List.of(), "", "none", List.of(), Map.of(), folder);
    assertSentence(command, LONG)
        .startsWith("The process for Driver 1 could not be started: ")
        .contains(occupied.toString());
  }

  private AbstractStringAssert<?> assertSentence(Class<?> program, Duration patience) {
    return assertSentence(FakeWorkers.command(program, folder), patience);
  }

  private static AbstractStringAssert<?> assertSentence(WorkerCommand command, Duration patience) {
    WorkerLoader loader = new WorkerLoader(DEVICE, command, "1", patience);
    return assertThat(catchThrowableOfType(InferscopeException.class, loader::load).sentence());
  }
}

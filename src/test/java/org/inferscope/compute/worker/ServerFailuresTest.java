package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that go wrong: each is one plain sentence, and none is left behind. */
class ServerFailuresTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(1);
  @TempDir private Path folder;

  @AfterEach
  void noneIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void oneThatTalksInsteadOfGreeting() {
    assertSentence(() -> prepare(FakeServers.Talks.class, LONG))
        .isEqualTo(
            "ND4J did not answer as expected and was stopped. What it wrote is in " + log() + ".");
  }

  @Test
  void oneThatNeverSpeaks() {
    assertSentence(() -> prepare(FakeServers.Silent.class, SHORT))
        .isEqualTo("ND4J had not answered after 1 seconds and was stopped.");
  }

  @Test
  void oneThatEndsAtOnceAndSaysWhyElsewhere() throws IOException {
    assertSentence(() -> prepare(FakeServers.Ends.class, LONG))
        .isEqualTo(
            "ND4J ended unexpectedly, with exit status 3. What it wrote last is in " + log() + ".");
    assertThat(log()).content().contains("no room");
  }

  @Test
  void oneThatIsNoProgram() {
    ServerCommand command =
        new ServerCommand(System.getProperty("java.class.path"), "no.such.Program", folder);
    assertSentence(() -> new Nd4jMatmul(folder, Optional.of(command), LONG).prepare(1, 1, 1))
        .startsWith("ND4J ended unexpectedly, with exit status 1.");
  }

  @Test
  void oneThatCannotBeStarted() throws IOException {
    Path occupied = Files.writeString(folder.resolve("occupied"), "not a folder");
    ServerCommand command = new ServerCommand("", "none", occupied);
    assertSentence(() -> new Nd4jMatmul(folder, Optional.of(command), LONG).prepare(1, 1, 1))
        .startsWith("The process for ND4J could not be started: ")
        .contains("occupied");
  }

  @Test
  void oneThatRefusesWhileItIsStillBeingTold() {
    // More numbers than fit into a pipe.
    assertSentence(() -> prepare(FakeServers.Refuses.class, LONG, 1000))
        .isEqualTo("ND4J could not compute this product: too many numbers.");
  }

  @Test
  void oneThatDiesInARun() {
    try (Product product = prepare(FakeServers.Dies.class, LONG)) {
      assertSentence(() -> product.run(2, () -> {}))
          .startsWith("ND4J ended unexpectedly, with exit status 134.");
      assertSentence(product::result).startsWith("ND4J ended unexpectedly");
    }
  }

  @Test
  void oneThatAnswersARunWithNonsense() {
    try (Product product = prepare(FakeServers.Babbles.class, LONG)) {
      assertSentence(() -> product.run(2, () -> {})).startsWith("ND4J did not answer as expected");
    }
  }

  @Test
  void oneThatLacksMemory() {
    try (Product product = prepare(FakeServers.IsFull.class, LONG)) {
      assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> product.run(2, () -> {}));
    }
  }

  @Test
  void oneThatNeverEndsARun() {
    try (Product product = prepare(FakeServers.Hangs.class, Duration.ofSeconds(5))) {
      assertSentence(() -> product.run(2, () -> {}))
          .isEqualTo("ND4J had not answered after 5 seconds and was stopped.");
    }
  }

  @Test
  void oneThatDoesNotEndWhenItsProductIsClosed() {
    Product product = prepare(FakeServers.Hangs.class, LONG);
    assertThat(ProcessHandle.current().children()).hasSize(1);
    product.close();
  }

  @Test
  void aRunCanBeGivenUpHalfway() {
    int[] looks = {0};
    try (Product product = prepare(FakeServers.Hangs.class, LONG)) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  product.run(
                      2,
                      () -> {
                        if (++looks[0] == 3) {
                          throw new CancellationException();
                        }
                      }));
    }
    assertThat(looks[0]).isEqualTo(3);
  }

  private Product prepare(Class<?> server, Duration patience) {
    return prepare(server, patience, 2);
  }

  private Product prepare(Class<?> server, Duration patience, int size) {
    ServerCommand command =
        new ServerCommand(System.getProperty("java.class.path"), server.getName(), folder);
    return new Nd4jMatmul(folder, Optional.of(command), patience).prepare(size, size, size);
  }

  private Path log() {
    return folder.resolve("log.txt");
  }

  private static AbstractStringAssert<?> assertSentence(ThrowingCallable call) {
    return assertThat(catchThrowableOfType(InferscopeException.class, call).sentence());
  }
}

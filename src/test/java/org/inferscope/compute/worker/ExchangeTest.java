package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the shared memory: made, found, given up. */
class ExchangeTest {
  @TempDir private Path folder;

  @Test
  void isMadeForItsOwnerAloneAndGoneWhenClosed() throws IOException {
    Exchange exchange = Exchange.create(List.of(folder)).orElseThrow();
    assertThat(exchange.file()).hasParent(folder).hasSize(exchange.bytes());
    assertThat(Files.getPosixFilePermissions(exchange.file()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    exchange.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isMadeInTheFirstFolderThatCanBeWrittenTo() {
    Path missing = folder.resolve("missing");
    try (Exchange exchange = Exchange.create(List.of(missing, folder)).orElseThrow()) {
      assertThat(exchange.file()).hasParent(folder);
    }
    assertThat(Exchange.create(List.of(missing))).isEmpty();
  }

  @Test
  void whatAProcessThatIsNoMoreHasLeftIsDeletedAndNothingElse() throws Exception {
    Process ended =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-h")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(ended.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Files.createFile(folder.resolve("inferscope-exchange-" + ended.pid() + "-0123456789abcdef"));
    Path living =
        Files.createFile(
            folder.resolve("inferscope-exchange-" + ProcessHandle.current().pid() + "-0123"));
    Path foreign = Files.createFile(folder.resolve("inferscope-exchange-of-a-friend"));

    Exchange.create(List.of(folder)).orElseThrow().close();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(living, foreign);
    }
  }

  @Test
  void halvesDoNotOverlap() {
    try (Exchange exchange = Exchange.create(List.of(folder)).orElseThrow()) {
      float[] source = new float[Exchange.HALF];
      source[0] = 1;
      source[Exchange.HALF - 1] = 2;
      exchange.fill(1, java.nio.FloatBuffer.wrap(source), 0, source.length);
      exchange.fill(0, java.nio.FloatBuffer.wrap(new float[Exchange.HALF]), 0, Exchange.HALF);
      float[] target = new float[Exchange.HALF + 1];
      exchange.take(1, target, 1, Exchange.HALF);
      assertThat(target[1]).isEqualTo(1);
      assertThat(target[Exchange.HALF]).isEqualTo(2);
      assertThat(Exchange.offset(1) + 4L * Exchange.HALF).isEqualTo(exchange.bytes());
    }
  }
}

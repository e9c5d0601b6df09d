package org.inferscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WriteLockTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("some.properties");
  }

  private ChildJvm other() throws Exception {
    ChildJvm child =
        ChildJvm.start(folder, Map.of(), LockingMain.class.getName(), file().toString());
    child.awaitOutput("held");
    return child;
  }

  @Test
  void anInstanceThatHasStoppedIsWaitedForAWhileAndNotForEver() throws Exception {
    try (ChildJvm other = other()) {
      assertThat(other.out()).startsWith("held");
      try (WriteLock lock = WriteLock.of(file(), Duration.ofMillis(20))) {
        assertThat(lock.isHeld()).isFalse();
      }
    }
  }

  @Test
  void isHeldAsSoonAsTheOtherLetsGo() throws Exception {
    try (ChildJvm other = other()) {
      CompletableFuture<WriteLock> wanted =
          CompletableFuture.supplyAsync(() -> WriteLock.of(file(), LONG));
      other.kill();
      try (WriteLock lock = wanted.get()) {
        assertThat(lock.isHeld()).isTrue();
      }
    }
  }

  @Test
  void isNoObstacleWhereItsFileCannotBeOpened() throws IOException {
    Files.createDirectory(folder.resolve(".some.properties.lock"));
    try (WriteLock lock = WriteLock.of(file())) {
      assertThat(lock.isHeld()).isFalse();
    }
  }
}

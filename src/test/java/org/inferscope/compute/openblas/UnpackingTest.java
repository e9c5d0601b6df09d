package org.inferscope.compute.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UnpackingTest {
  @TempDir private Path folder;

  private ChildJvm loading(Path home, Path temporary) throws IOException {
    return ChildJvm.start(
        folder,
        Map.of(),
        "-Duser.home=" + home,
        "-Djava.io.tmpdir=" + temporary,
        LoadingMain.class.getName());
  }

  @Test
  void whereTheHomeHasNoRoomTheLibraryGoesAmongTemporaryFiles() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    try (ChildJvm child = loading(blocked(), temporary)) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out()).startsWith("openblas in " + temporary);
    }
  }

  @Test
  void whereNothingHasRoomASentenceSaysSo() throws Exception {
    Path blocked = blocked();
    try (ChildJvm child = loading(blocked, blocked)) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out()).startsWith("OpenBLAS could not be unpacked").contains("" + blocked);
    }
  }

  private Path blocked() throws IOException {
    return Files.createFile(folder.resolve("blocked")).resolve("home");
  }
}

package org.inferscope.compute.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UnpackingTest {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  @TempDir private Path folder;

  private ChildJvm loading(Path home, Path temporary) throws IOException {
    return ChildJvm.start(
        folder,
        Map.of(),
        "-Duser.home=" + home,
        "-Djava.io.tmpdir=" + temporary,
        LoadingMain.class.getName());
  }

  /** What JavaCPP then unpacks takes more room than a test may count on. */
  @Test
  void whereTheHomeHasNoRoomTheSpareFolderIsJavaCpps() throws Exception {
    Path spare = folder.resolve("spare/javacpp");
    try (ChildJvm child =
        ChildJvm.start(
            folder,
            Map.of(),
            "-Duser.home=" + blocked(),
            "-Dinferscope.openblas.spare=" + spare,
            UnpackingPlaceMain.class.getName())) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out()).startsWith(spare + " is safe");
    }
  }

  @Test
  void whereTheHomeHasRoomTheSpareFolderIsNotMade() {
    Path spare = folder.resolve("spare");
    assertThat(preferred(folder, spare, Map.of(), 1)).doesNotContainKey(CACHE);
    assertThat(spare).doesNotExist();
    assertThat(preferred(folder, spare, Map.of(), Long.MAX_VALUE)).doesNotContainKey(CACHE);
  }

  @Test
  void aFolderOnTheCommandLineStays() throws IOException {
    assertThat(preferred(blocked(), folder, Map.of(), 1)).containsEntry(CACHE, folder.toString());
    assertThat(preferred(folder.resolve("blocked/home"), folder, Map.of(CACHE, "mine"), 1))
        .containsEntry(CACHE, "mine");
  }

  private static Properties preferred(Path home, Path spare, Map<String, String> given, long room) {
    Properties properties = new Properties();
    properties.setProperty("user.home", home.toString());
    properties.setProperty("user.name", "ada");
    properties.setProperty("java.io.tmpdir", home.toString());
    properties.setProperty(OpenBlasLoader.SPARE_PATH, spare.toString());
    properties.putAll(given);
    new UnpackingPlace(properties).prefer(properties, room);
    return properties;
  }

  @Test
  void nothingIsLoadedFromAFolderThatAnybodyCouldHaveMade() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path foreseeable = temporary.resolve(".javacpp-" + System.getProperty("user.name"));
    Path cache = Files.createDirectories(foreseeable.resolve("cache"));
    try (ChildJvm child = loading(blocked(), temporary)) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out()).startsWith("OpenBLAS could not be unpacked");
    }
    assertThat(cache).isEmptyDirectory();
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

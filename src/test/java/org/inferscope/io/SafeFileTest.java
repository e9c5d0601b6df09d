package org.inferscope.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void replacesTheContentAndLeavesNothingElseBehind() throws IOException {
    Path file = folder.resolve("file");
    SafeFile.write(file, bytes("first, and longer"));
    SafeFile.write(file, bytes("second"));
    assertThat(file).hasContent("second");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void followsALinkInsteadOfReplacingIt() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    SafeFile.write(link, bytes("new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  private Path fileWith(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(
        Files.getFileAttributeView(file, PosixFileAttributeView.class) != null,
        "no POSIX permissions here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void keepsThePermissionsOfTheFile() throws IOException {
    Path file = fileWith("rw-r-----");
    SafeFile.write(file, bytes("new"));
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  @Test
  void aNewFileHasThePermissionsThatTheSystemGives() throws IOException {
    Path usual = fileWith("rw-r-----").resolveSibling("usual");
    Files.createFile(usual);
    Path file = folder.resolve("new");
    SafeFile.write(file, bytes("new"));
    assertThat(permissions(file)).isEqualTo(permissions(usual));
  }

  @Test
  void whatReplacesAFileIsItsOwnersAloneFromTheStart() throws IOException {
    Path file = fileWith("rw-rw-rw-").resolveSibling("temporary");
    try (FileChannel channel = SafeFile.create(file, true)) {
      assertThat(permissions(file)).isEqualTo("rw-------");
      assertThat(channel.size()).isZero();
    }
  }

  @Test
  void aSecretIsItsOwnersAloneWhateverTheFileWasBefore() throws IOException {
    Path file = fileWith("rw-rw-r--");
    SafeFile.writeForOwner(file, bytes("secret"));
    assertThat(permissions(file)).isEqualTo("rw-------");
    Path first = folder.resolve("first");
    SafeFile.writeForOwner(first, bytes("secret"));
    assertThat(permissions(first)).isEqualTo("rw-------");
    assertThat(first).hasContent("secret");
  }

  @Test
  void aFailureIsSaidInWordsAndChangesNothing() throws IOException {
    Path inNowhere = folder.resolve("nowhere").resolve("file");
    assertThatThrownBy(() -> SafeFile.write(inNowhere, bytes("x")))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(inNowhere + " can't be saved: the folder does not exist.");

    Path taken = Files.createDirectories(folder.resolve("taken").resolve("inside")).getParent();
    assertThatThrownBy(() -> SafeFile.write(taken, bytes("x")))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(taken + " can't be saved: there is a folder of that name.");

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(taken);
    }
  }

  @Test
  void whatIsMovedAsideTakesNoOthersPlace() throws IOException {
    Path file = folder.resolve("file");
    for (int i = 1; i <= 3; i++) {
      Files.writeString(file, "of time " + i);
      Path aside = SafeFile.moveAside(file);
      assertThat(aside).hasFileName(i == 1 ? "file.broken" : "file.broken." + i);
      assertThat(file).doesNotExist();
    }
    assertThat(folder.resolve("file.broken")).hasContent("of time 1");
    assertThat(folder.resolve("file.broken.3")).hasContent("of time 3");
  }
}

package org.inferscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachePlaceTest {
  private static final String NAME = "inferscope-ada";
  private static final String PART = "models";

  @TempDir private Path home;
  private Path temporary;

  @BeforeEach
  void makeTemporary() throws IOException {
    temporary = Files.createDirectory(home.resolve("tmp"));
  }

  @Test
  void isTheUsualOneWhereThatCanBeMade() {
    Path usual = home.resolve("a/b/c");
    assertThat(CachePlace.of(usual, PART, temporary, NAME, 1)).isEqualTo(usual);
    assertThat(temporary).isEmptyDirectory();
    assertThat(home.resolve("a")).doesNotExist();
  }

  @Test
  void isATemporaryOneWhereTheUsualCannotBeWritten() throws IOException {
    Path usual = Files.createFile(home.resolve("blocked")).resolve("cache");
    Path place = CachePlace.of(usual, PART, temporary, NAME, 1);
    assertThat(place).isEqualTo(temporary.resolve(NAME)).isDirectory();
    assertThat(CachePlace.of(usual, PART, temporary, NAME, 1)).isEqualTo(place);
  }

  @Test
  void isTheUsualOneWhereNeitherHasRoom() {
    assertThat(CachePlace.of(home, PART, temporary, NAME, Long.MAX_VALUE)).isEqualTo(home);
    assertThat(CachePlace.of(home, PART, home.resolve("tmp"), NAME, Long.MAX_VALUE))
        .isEqualTo(home);
  }

  @Test
  void isTheUsualOneForWhatItHasAlreadyThoughThereIsNoRoom() throws IOException {
    Path usual = home.resolve("cache");
    Files.createFile(Files.createDirectories(usual.resolve(PART)).resolve("some"));
    Files.createDirectory(usual.resolve("empty"));
    assertThat(CachePlace.withoutRoom(usual, PART, temporary, NAME, 1)).isEqualTo(usual);
    assertThat(CachePlace.withoutRoom(usual, "empty", temporary, NAME, 1))
        .isEqualTo(temporary.resolve(NAME));
    assertThat(CachePlace.withoutRoom(usual, "other", temporary, NAME, 1))
        .isEqualTo(temporary.resolve(NAME));
  }

  @Test
  void isOneOfTheUsersFromAnEarlierStartWhateverTheUserIsCalled() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX");
    Path earlier = Files.createDirectory(temporary.resolve(NAME));
    Files.setPosixFilePermissions(earlier, PosixFilePermissions.fromString("rwx------"));
    String user = System.getProperty("user.name");
    System.setProperty("user.name", "?");
    try {
      assertThat(CachePlace.withoutRoom(home, PART, temporary, NAME, 1)).isEqualTo(earlier);
    } finally {
      System.setProperty("user.name", user);
    }
    assertThat(earlier).isEmptyDirectory();
    assertThat(temporary).isDirectoryNotContaining(file -> !file.equals(earlier));
  }

  @Test
  void isTheSameInTheWholeProcessAndMadeAgainIfSomeoneTakesItAway() throws IOException {
    Files.createFile(temporary.resolve(NAME));
    Path place = CachePlace.withoutRoom(home, PART, temporary, NAME, 1);
    assertThat(place).isDirectory().hasParent(temporary);
    assertThat(CachePlace.withoutRoom(home, "other", temporary, NAME, 1)).isEqualTo(place);
    Files.delete(place);
    assertThat(CachePlace.withoutRoom(home, PART, temporary, NAME, 1))
        .isDirectory()
        .isNotEqualTo(place);
  }

  @Test
  void doesNotTrustAFolderThatOthersCanWrite() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX");
    Path blocked = Files.createFile(home.resolve("blocked")).resolve("cache");
    Path open = Files.createDirectory(temporary.resolve(NAME));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path place = CachePlace.of(blocked, PART, temporary, NAME, 1);
    assertThat(place).isDirectory().isNotEqualTo(open).startsWith(temporary);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), place);
    assertThat(CachePlace.of(blocked, PART, temporary, "link", 1)).isNotEqualTo(link);
  }
}

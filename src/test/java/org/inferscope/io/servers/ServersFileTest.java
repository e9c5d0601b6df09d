package org.inferscope.io.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersFileTest {
  private static final List<SavedServer> TWO =
      List.of(
          new SavedServer("gpu.example.org", 7443, "AA:BB", "secret=1"),
          new SavedServer("::1", 9000, "", ""));

  @TempDir private Path home;

  @Test
  void whatIsSavedIsReadAgain() {
    ServersFile file = new ServersFile(home.resolve("config"));
    assertThat(file.load()).isEmpty();
    file.save(TWO);
    assertThat(file.load()).isEqualTo(TWO);
    file.save(TWO.subList(1, 2));
    assertThat(file.load()).isEqualTo(TWO.subList(1, 2));
  }

  @Test
  void onlyTheOwnerCanReadTheTokens() throws IOException {
    ServersFile file = new ServersFile(home);
    file.save(TWO);
    file.save(TWO);
    Path path = home.resolve("servers.properties");
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(TWO.get(0).toString()).doesNotContain("secret");
  }

  @Test
  void aFileThatOthersCanReadIsMadeTheOwnersWhenATokenComesIn() throws IOException {
    Path path = Files.createFile(home.resolve("servers.properties"));
    assumeTrue(
        path.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "no POSIX permissions here");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));
    new ServersFile(home).save(TWO);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void anEntryThatMakesNoSenseIsLeftOut() throws IOException {
    Files.writeString(
        home.resolve("servers.properties"),
        "0.host=a\n0.port=x\n1.host=b\n1.port=70000\n2.host=c\n2.port=1\n");
    assertThat(new ServersFile(home).load()).containsExactly(new SavedServer("c", 1, "", ""));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path path = Files.createDirectory(home.resolve("servers.properties"));
    assertThatThrownBy(() -> new ServersFile(home).load())
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining(path.toString());
  }
}

package org.inferscope.io.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    Path path = path();
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(TWO.get(0).toString()).doesNotContain("secret");
  }

  private Path path() {
    return home.resolve("servers.properties");
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
  void anEntryThatMakesNoSenseIsLeftOutAndToldOf() throws IOException {
    Files.writeString(path(), "0.host=a\n0.port=x\n1.host=b\n1.port=70000\n2.host=c\n2.port=1\n");
    ServersFile file = new ServersFile(home);
    assertThat(file.load()).containsExactly(new SavedServer("c", 1, "", ""));
    assertThat(file.damage()).contains("Some of the servers", path().toString());
  }

  @Test
  void anEntryThatIsMissingDoesNotHideTheOthers() throws IOException {
    Files.writeString(path(), "0.token=t\n2.host=c\n2.port=1\n");
    ServersFile file = new ServersFile(home);
    assertThat(file.load()).containsExactly(new SavedServer("c", 1, "", ""));
    assertThat(file.damage()).isNotEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Files.createDirectory(path());
    assertThatThrownBy(() -> new ServersFile(home).load())
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining(path().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.host=a\n0.port=\\u00\n",
        "0.host=a\n0.port=x\n0.token=secret\n",
        "0.host=a\n0.port=1\n00.host=b\n",
        "\0\1\2"
      })
  void whatCouldNotBeReadIsRenamedBeforeOthersAreSaved(String content) throws IOException {
    Files.writeString(path(), content);
    ServersFile file = new ServersFile(home);
    try {
      file.load();
      assertThat(file.damage()).isNotEmpty();
    } catch (InferscopeException e) {
      assertThat(e).hasMessageContaining(path().toString());
    }
    Path aside = file.save(TWO).orElseThrow();
    assertThat(aside).hasFileName("servers.properties.broken").hasContent(content);
    assertThat(file.save(TWO.subList(0, 1))).isEmpty();
    assertThat(aside).hasContent(content);
    assertThat(new ServersFile(home).load()).isEqualTo(TWO.subList(0, 1));
  }

  @Test
  void aFileThatIsWholeIsReplacedAndNothingElseIsLeft() throws IOException {
    ServersFile file = new ServersFile(home);
    file.save(TWO);
    file.load();
    assertThat(file.damage()).isEmpty();
    assertThat(file.save(TWO.subList(0, 1))).isEmpty();
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).containsExactlyInAnyOrder(path(), lock());
    }
  }

  @Test
  void whatANewerVersionSaysOfAServerStaysWithIt() throws IOException {
    Files.writeString(
        path(), "0.host=a\n0.port=1\n1.host=b\n1.port=2\n1.name=the\\ big\\ one\n1.token=old\n");
    ServersFile file = new ServersFile(home);
    List<SavedServer> read = file.load();
    assertThat(file.damage()).isEmpty();
    file.save(read.subList(1, 2));
    file.save(List.of(new SavedServer("b", 2, "", "new")));
    assertThat(Files.readString(path()))
        .contains("0.name=the big one", "0.host=b", "0.token=new")
        .doesNotContain("old", "1.");
  }

  @Test
  void twoInstancesKeepEachOthersServers() {
    ServersFile first = new ServersFile(home);
    ServersFile second = new ServersFile(home);
    first.save(TWO);
    List<SavedServer> ofSecond = new ArrayList<>(second.load());
    SavedServer third = new SavedServer("c", 3, "", "");
    ofSecond.add(third);
    first.save(TWO.subList(1, 2));
    second.save(ofSecond);
    assertThat(new ServersFile(home).load()).containsExactly(TWO.get(1), third);
  }

  @Test
  void whatANewerVersionHasWrittenMeanwhileStays() throws IOException {
    ServersFile file = new ServersFile(home);
    file.save(TWO);
    Files.writeString(path(), "last-used=1\n", StandardOpenOption.APPEND);
    assertThat(file.save(TWO.subList(1, 2))).isEmpty();
    assertThat(path()).content().contains("last-used=1");
    assertThat(file.load()).isEqualTo(TWO.subList(1, 2));
    assertThat(file.damage()).isEmpty();
  }

  @Test
  void whatWasDamagedSinceItWasReadIsRenamedOnceAndTheRestStays() throws IOException {
    ServersFile file = new ServersFile(home);
    file.save(TWO);
    SavedServer others = new SavedServer("c", 3, "", "");
    Files.writeString(
        path(), "2.host=c\n2.port=3\n3.host=d\n3.port=x\n", StandardOpenOption.APPEND);
    assertThat(file.save(TWO.subList(0, 1)))
        .hasValueSatisfying(aside -> assertThat(aside).content().contains("3.port=x"));
    assertThat(file.damage()).isEmpty();
    assertThat(file.save(TWO)).isEmpty();
    assertThat(file.load()).containsExactlyInAnyOrder(TWO.get(0), TWO.get(1), others);
  }

  @Test
  void aFileThatAnotherInstanceHasMendedIsLeftInItsPlace() throws IOException {
    Files.writeString(path(), "0.host=a\n0.port=x\n");
    ServersFile first = new ServersFile(home);
    ServersFile second = new ServersFile(home);
    first.load();
    second.load();
    assertThat(first.save(TWO)).isPresent();
    SavedServer third = new SavedServer("c", 3, "", "");
    assertThat(second.save(List.of(third))).isEmpty();
    assertThat(new ServersFile(home).load()).containsExactly(TWO.get(0), TWO.get(1), third);
  }

  private Path lock() {
    return home.resolve(".servers.properties.lock");
  }

  @Test
  void aBrokenFileThatSomeoneHasTakenAwayIsNoObstacle() throws IOException {
    Files.writeString(path(), "nonsense");
    ServersFile file = new ServersFile(home);
    assertThat(file.load()).isEmpty();
    Files.delete(path());
    assertThat(file.save(TWO)).isEmpty();
    assertThat(file.load()).isEqualTo(TWO);
  }
}

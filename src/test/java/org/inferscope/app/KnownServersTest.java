package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.inferscope.app.servers.KeptServer;
import org.inferscope.io.servers.SavedServer;
import org.inferscope.io.servers.ServersFile;
import org.inferscope.support.FakeDevices;
import org.inferscope.ui.edt.Edt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that a person trusts stay on disk, whatever the file is like and however slow. */
class KnownServersTest {
  private static final SavedServer FIRST = new SavedServer("one.example.org", 7443, "AA", "first");
  private static final SavedServer SECOND = new SavedServer("two.example.org", 7443, "BB", "two");
  private static final KeptServer THIRD = new KeptServer("three.example.org", 7443, "CC");
  private static final SavedServer THIRD_SAVED =
      new SavedServer("three.example.org", 7443, "CC", "third");

  private final FakeDevices compute = new FakeDevices();
  private final Queue<Runnable> disk = new ArrayDeque<>();
  private final List<String> complaints = new ArrayList<>();
  @TempDir private Path home;

  private KnownServers known() {
    return new KnownServers(compute, id -> {}, new ServersFile(home), disk::add, complaints::add);
  }

  private KnownServers loaded() {
    KnownServers known = known();
    onEventThread(known::load);
    settle();
    return known;
  }

  private Path file() {
    return home.resolve("servers.properties");
  }

  /** All that is to be done on the disk, with what that has the event thread do. */
  private void settle() {
    do {
      while (!disk.isEmpty()) {
        disk.remove().run();
      }
      onEventThread(() -> {});
    } while (!disk.isEmpty());
  }

  private static void onEventThread(Runnable work) {
    Edt.call(
        () -> {
          work.run();
          return true;
        });
  }

  private List<SavedServer> onDisk() {
    return new ServersFile(home).load();
  }

  @Test
  void aServerThatIsKeptAfterTheLoadStandsBesideTheOthers() {
    new ServersFile(home).save(List.of(FIRST, SECOND));
    KnownServers known = loaded();
    onEventThread(() -> known.keep(THIRD, "third"));
    settle();
    assertThat(onDisk()).containsExactly(FIRST, SECOND, THIRD_SAVED);
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsDecidedBeforeTheFileIsReadTakesNothingFromIt() {
    new ServersFile(home).save(List.of(FIRST, SECOND));
    KnownServers known = known();
    onEventThread(() -> known.keep(THIRD, "third"));
    settle();
    assertThat(onDisk()).containsExactly(FIRST, SECOND);
    onEventThread(known::load);
    settle();
    assertThat(onDisk()).containsExactly(FIRST, SECOND, THIRD_SAVED);
  }

  @Test
  void whatIsDecidedWhileTheLoadIsUnderWayCountsMoreThanWhatWasRead() {
    new ServersFile(home).save(List.of(FIRST, SECOND));
    KnownServers known = known();
    onEventThread(
        () -> {
          known.load();
          disk.remove().run();
          known.keep(new KeptServer(FIRST.host(), FIRST.port(), "DD"), "newer");
          known.forget(new KeptServer(SECOND.host(), SECOND.port(), SECOND.fingerprint()));
          assertThat(disk).isEmpty();
        });
    settle();
    SavedServer newer = new SavedServer(FIRST.host(), FIRST.port(), "DD", "newer");
    assertThat(onDisk()).containsExactly(newer);
    assertThat(known.kept()).containsExactly(new KeptServer(FIRST.host(), FIRST.port(), "DD"));
    assertThat(compute.asked)
        .containsExactly("add server:one.example.org:7443", "remove server:two.example.org:7443");
  }

  @Test
  void aFileThatCannotBeReadIsToldAndIsKeptBesideTheNewOne() throws IOException {
    String broken = "0.host=one.example.org\n0.port=\\u12\n0.token=first\n";
    Files.writeString(file(), broken);
    KnownServers known = loaded();
    assertThat(complaints).singleElement().asString().contains("could not be read", "" + file());
    onEventThread(() -> known.keep(THIRD, "third"));
    settle();
    assertThat(onDisk()).containsExactly(THIRD_SAVED);
    Path aside = home.resolve("servers.properties.broken");
    assertThat(aside).hasContent(broken);
    assertThat(complaints).hasSize(2).last().asString().contains("is now " + aside);
  }

  @Test
  void aFileThatIsDamagedInPlacesIsReadForTheRestAndKeptBesideTheNewOne() throws IOException {
    String damaged = "0.host=one.example.org\n1.host=two.example.org\n1.port=7443\n";
    Files.writeString(file(), damaged);
    KnownServers known = loaded();
    assertThat(complaints).singleElement().asString().contains("the file is damaged");
    onEventThread(() -> known.keep(THIRD, "third"));
    settle();
    assertThat(onDisk())
        .containsExactly(new SavedServer("two.example.org", 7443, "", ""), THIRD_SAVED);
    assertThat(home.resolve("servers.properties.broken")).hasContent(damaged);
  }
}

package org.inferscope.io.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.io.hub.FileSetDownload;
import org.inferscope.io.hub.Limits;
import org.inferscope.io.hub.Pace;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.PackStatus.State;
import org.inferscope.support.FakeHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small pack, and a repository on this machine. */
class LocalPackTest {
  private static final byte[] ENGINE = FakeHub.random(300_000);
  private static final byte[] API = FakeHub.random(20_000);
  private static final byte[] CUDA = FakeHub.random(500_000);

  private static final String ENGINE_NAME = "engine-1.0-linux-x86_64.jar";
  private static final String API_NAME = "api-2.0.jar";
  private static final String CUDA_NAME = "cuda-11-linux-x86_64-redist.jar";
  private static final String ENGINE_PATH = "/maven2/org/x/engine/1.0/" + ENGINE_NAME;
  private static final String API_PATH = "/maven2/org/x/y/api/2.0/" + API_NAME;
  private static final String CUDA_PATH = "/maven2/org/x/cuda/11/" + CUDA_NAME;

  private final FakeHub server = new FakeHub("none");
  private final List<DownloadProgress> told = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final StopSign stop = new StopSign();
  private final Map<String, String> environment = new HashMap<>();
  private Consumer<DownloadProgress> also = progress -> {};
  private long free = Long.MAX_VALUE / 2;
  private String list = list(ENGINE);
  private UserFolders folders;
  private Path folder;
  @TempDir private Path home;

  private static String list(byte[] engine) {
    return String.join(
        "\n",
        "# A list.",
        "any engine org.x.y:api:2.0 " + API.length + " 0 " + FakeHub.sha256(API),
        "linux-x86_64 engine org.x:engine:1.0:linux-x86_64 "
            + engine.length
            + " 1000 "
            + FakeHub.sha256(engine),
        "windows-x86_64 engine org.x:engine:1.0:windows-x86_64 1 1 " + FakeHub.sha256(new byte[1]),
        "linux-x86_64 libraries org.x:cuda:11:linux-x86_64-redist "
            + CUDA.length
            + " 7000 "
            + FakeHub.sha256(CUDA));
  }

  @BeforeEach
  void prepare() {
    folders = UserFolders.of("Linux", Map.of(), home);
    folder = folders.data().resolve("gpu-pack");
    environment.put("INFERSCOPE_MAVEN_REPOSITORY", server.endpoint() + "/maven2/");
    server.serve(ENGINE_PATH, ENGINE);
    server.serve(API_PATH, API);
    server.serve(CUDA_PATH, CUDA);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private GpuPack pack() {
    return pack(Optional.of(PackSystem.LINUX));
  }

  private GpuPack pack(Optional<PackSystem> system) {
    Limits limits =
        new Limits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            4,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2));
    return new LocalPack(
        new LocalPack.Machine(system, environment, home.resolve("root")),
        folders,
        on -> PackList.parse(list, on),
        settings -> new FileSetDownload(settings, limits, new Clock(), path -> free));
  }

  private final class Clock implements Pace {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration time, StopSign sign) {
      sign.check();
      pauses.add(time);
    }
  }

  private void install() {
    pack()
        .install(
            progress -> {
              told.add(progress);
              also.accept(progress);
            },
            stop);
  }

  private void installToolkit() throws IOException {
    Path lib = Files.createDirectories(home.resolve("root/usr/local/cuda-11.6/lib64"));
    for (String name :
        List.of(
            "libcudart.so.11.0",
            "libcublas.so.11",
            "libcublasLt.so.11",
            "libcusolver.so.11",
            "libcusparse.so.11")) {
      Files.writeString(lib.resolve(name), name);
    }
  }

  @Test
  void withoutAToolkitAllIsFetchedAndChecked() {
    PackStatus before = pack().status();
    assertThat(before.state()).isEqualTo(State.ABSENT);
    assertThat(before.download()).isEqualTo(820_000);
    assertThat(before.unpacked()).isEqualTo(8000);
    assertThat(pack().installed()).isEmpty();
    install();
    PackStatus after = pack().status();
    assertThat(after.state()).isEqualTo(State.HERE);
    assertThat(after.download()).isZero();
    assertThat(after.librariesIn()).isTrue();
    assertThat(folder.resolve(ENGINE_NAME)).hasBinaryContent(ENGINE);
    assertThat(folder.resolve(API_NAME)).hasBinaryContent(API);
    assertThat(folder.resolve(CUDA_NAME)).hasBinaryContent(CUDA);
    assertThat(folder)
        .isDirectoryNotContaining("glob:**.part*")
        .isDirectoryNotContaining("glob:**download");
    assertThat(pack().installed())
        .hasValueSatisfying(
            pack -> {
              assertThat(pack.jars())
                  .containsExactly(
                      folder.resolve(API_NAME),
                      folder.resolve(ENGINE_NAME),
                      folder.resolve(CUDA_NAME));
              assertThat(pack.libraryFolders()).isEmpty();
              assertThat(pack.cache()).isEqualTo(folders.cache().resolve("gpu-pack"));
            });
  }

  @Test
  void withAToolkitItsLibrariesAreUsedAndNoneAreFetched() throws IOException {
    installToolkit();
    assertThat(pack().status().download()).isEqualTo(320_000);
    install();
    assertThat(server.requestsOf(CUDA_PATH)).isEmpty();
    PackStatus status = pack().status();
    assertThat(status.state()).isEqualTo(State.HERE);
    assertThat(status.librariesIn()).isFalse();
    assertThat(pack().installed().orElseThrow().libraryFolders())
        .containsExactly(home.resolve("root/usr/local/cuda-11.6/lib64"));
  }

  @Test
  void whenTheToolkitIsGoneTheLibrariesAreFetchedAlone() throws IOException {
    installToolkit();
    install();
    Files.delete(home.resolve("root/usr/local/cuda-11.6/lib64/libcudart.so.11.0"));
    PackStatus status = pack().status();
    assertThat(status.state()).isEqualTo(State.PART);
    assertThat(status.download()).isEqualTo(CUDA.length);
    assertThat(status.toolkit().missing()).containsExactly("libcudart.so.11.0");
    install();
    assertThat(server.requestsOf(ENGINE_PATH)).hasSize(1);
    assertThat(pack().status().state()).isEqualTo(State.HERE);
  }

  @Test
  void progressCountsAllFilesAndEndsAtTheWhole() {
    install();
    assertThat(told.get(0).stage()).isEqualTo(Stage.CHECKING);
    DownloadProgress last = told.get(told.size() - 1);
    assertThat(last.bytes()).isEqualTo(820_000);
    assertThat(last.total()).isEqualTo(820_000);
  }

  @Test
  void aBrokenDownloadIsTakenUpWhereItBroke() {
    long[] arrived = {0};
    also = progress -> arrived[0] = progress.bytes();
    Path part = folder.resolve(ENGINE_NAME + ".part");
    server.script(
        ENGINE_PATH, server.breakAfter(ENGINE, 100_000, () -> part.toFile().length() >= 100_000));
    install();
    assertThat(pack().status().state()).isEqualTo(State.HERE);
    assertThat(server.requestsOf(ENGINE_PATH)).hasSize(2);
    assertThat(server.requestsOf(ENGINE_PATH).get(1).header("range")).isEqualTo("bytes=100000-");
    assertThat(pauses).hasSize(1);
    assertThat(arrived[0]).isEqualTo(820_000);
  }

  @Test
  void aCancelledDownloadIsAPartThatTheNextGoesOnFrom() {
    also =
        progress -> {
          if (progress.file().equals(ENGINE_NAME) && progress.stage() == Stage.LOADING) {
            stop.stop();
          }
        };
    assertThatThrownBy(this::install).isInstanceOf(CancellationException.class);
    PackStatus status = pack().status();
    assertThat(status.state()).isEqualTo(State.PART);
    assertThat(status.bytesThere()).isPositive();
    assertThat(pack().installed()).isEmpty();
    also = progress -> {};
    pack().install(told::add, new StopSign());
    assertThat(pack().status().state()).isEqualTo(State.HERE);
    assertThat(server.requestsOf(API_PATH)).hasSize(1);
  }

  @Test
  void bytesThatAreNotThoseOfTheListAreThrownAwayAndAPackIsNotMade() {
    byte[] wrong = ENGINE.clone();
    wrong[1234]++;
    server.serve(ENGINE_PATH, wrong);
    assertThatThrownBy(this::install)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining(ENGINE_NAME)
        .hasMessageContaining("not those of the list");
    assertThat(pack().installed()).isEmpty();
    assertThat(folder.resolve(ENGINE_NAME)).doesNotExist();
  }

  @Test
  void aWrongStartFromTheServerIsMendedByASecondTry() {
    byte[] wrong = ENGINE.clone();
    wrong[7]++;
    server.script(ENGINE_PATH, FakeHub.content(wrong));
    install();
    assertThat(folder.resolve(ENGINE_NAME)).hasBinaryContent(ENGINE);
  }

  @Test
  void aFileThatTheServerLacksIsNamed() {
    server.script(ENGINE_PATH, FakeHub.status(404));
    assertThatThrownBy(this::install).hasMessage("127.0.0.1 has no file " + ENGINE_NAME + ".");
  }

  @Test
  void aServerThatIsBusyIsAskedAgainAfterAPause() {
    server.script(API_PATH, FakeHub.status(503), FakeHub.status(503));
    install();
    assertThat(pauses).hasSize(2);
    assertThat(pack().status().state()).isEqualTo(State.HERE);
  }

  @Test
  void aServerThatIsGoneIsOneSentenceAfterSomeTries() {
    server.close();
    assertThatThrownBy(this::install)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("can't be reached");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void aDiskThatIsTooSmallForThePackAndWhatItUnpacksIsToldBeforeAnythingIsFetched() {
    free = 820_000 + (1 << 24) + 7_999;
    assertThatThrownBy(this::install).hasMessageContaining("not enough room");
    assertThat(server.requests()).isEmpty();
    free++;
    install();
    assertThat(pack().status().state()).isEqualTo(State.HERE);
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    install();
    int asked = server.requests().size();
    install();
    assertThat(server.requests()).hasSize(asked);
  }

  @Test
  void aFileThatWasLostOrCutIsFetchedAgain() throws IOException {
    install();
    Files.write(folder.resolve(ENGINE_NAME), new byte[10]);
    assertThat(pack().status().state()).isEqualTo(State.PART);
    assertThat(pack().installed()).isEmpty();
    install();
    assertThat(folder.resolve(ENGINE_NAME)).hasBinaryContent(ENGINE);
    assertThat(server.requestsOf(API_PATH)).hasSize(1);
  }

  @Test
  void filesThatAreThereWithoutTheNoteAreCheckedAndNotFetched() throws IOException {
    install();
    Files.delete(folder.resolve("installed.txt"));
    assertThat(pack().status().state()).isEqualTo(State.PART);
    int asked = server.requests().size();
    install();
    assertThat(server.requests()).hasSize(asked);
    assertThat(pack().status().state()).isEqualTo(State.HERE);
  }

  @Test
  void aNewerListReplacesWhatChangedAndTheOldPackStaysUntilThen() {
    install();
    byte[] newer = FakeHub.random(123_456);
    server.serve(ENGINE_PATH, newer);
    list = list(newer);
    server.script(ENGINE_PATH, FakeHub.status(403));
    assertThatThrownBy(this::install).hasMessageContaining("403");
    assertThat(folder.resolve(ENGINE_NAME)).hasBinaryContent(ENGINE);
    install();
    assertThat(folder.resolve(ENGINE_NAME)).hasBinaryContent(newer);
    assertThat(server.requestsOf(API_PATH)).hasSize(1);
  }

  @Test
  void whatANewerListNoLongerHasIsRemoved() {
    install();
    list = list.replace("org.x.y:api:2.0", "org.x.y:api:2.1");
    server.serve(API_PATH.replace("2.0", "2.1"), API);
    install();
    assertThat(folder.resolve(API_NAME)).doesNotExist();
    assertThat(folder.resolve("api-2.1.jar")).hasBinaryContent(API);
  }

  @Test
  void twoDownloadsDoNotWriteIntoOneFolder() {
    boolean[] refused = {false};
    also =
        progress -> {
          if (!refused[0] && progress.stage() == Stage.LOADING) {
            assertThatThrownBy(() -> pack().install(other -> {}, new StopSign()))
                .hasMessageContaining("Another download into");
            assertThatThrownBy(() -> pack().remove()).hasMessageContaining("Another download into");
            refused[0] = true;
          }
        };
    install();
    assertThat(refused[0]).isTrue();
    assertThat(pack().status().state()).isEqualTo(State.HERE);
  }

  @Test
  void removingTakesThePackAndWhatWasUnpackedFromIt() throws IOException {
    install();
    Path unpacked = Files.createDirectories(folders.cache().resolve("gpu-pack/cuda.jar/org"));
    Files.write(unpacked.resolve("libcuda.so"), new byte[1000]);
    assertThat(pack().status().unpacked()).isEqualTo(7000);
    long bytes = pack().remove();
    assertThat(bytes).isBetween(821_000L, 822_000L);
    assertThat(folder).doesNotExist();
    assertThat(folders.cache().resolve("gpu-pack")).doesNotExist();
    assertThat(pack().status().state()).isEqualTo(State.ABSENT);
    assertThat(pack().remove()).isZero();
  }

  @Test
  void anotherSystemHasNoPackAndSaysSo() {
    GpuPack none = pack(Optional.empty());
    assertThat(none.status().state()).isEqualTo(State.UNSUPPORTED);
    assertThat(none.status().problem()).contains("Linux and Windows on x86-64");
    assertThat(none.installed()).isEmpty();
    assertThatThrownBy(() -> none.install(progress -> {}, stop))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("no GPU pack for this system");
  }

  @Test
  void aMirrorThatIsNoAddressIsTold() {
    environment.put("INFERSCOPE_MAVEN_REPOSITORY", "ftp://mirror");
    assertThatThrownBy(this::install)
        .hasMessageContaining("INFERSCOPE_MAVEN_REPOSITORY")
        .hasMessageContaining("ftp://mirror");
  }
}

package org.inferscope.app.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.DeviceKind;
import org.inferscope.io.pack.InstalledPack;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cards become devices, or say why not; the process that lists them may do what it likes. */
@Timeout(60)
class DeviceFinderTest {
  private static final ListedDevice POCL =
      new ListedDevice("opencl:0", "cpu-haswell", DeviceKind.CPU, "OpenCL 3.0", 7, "");
  private static final ListedDevice CARD =
      new ListedDevice("opencl:1", "Arc", DeviceKind.GPU, "OpenCL 3.0", 8, "");
  private static final ListedDevice OLD =
      new ListedDevice("opencl:2", "Relic", DeviceKind.GPU, "OpenCL 1.0", 8, "Relic is too old.");
  private static final ListedDevice CUDA =
      new ListedDevice("cuda:0", "RTX", DeviceKind.GPU, "ND4J CUDA", 9, "");

  @TempDir private Path folder;

  private List<BackendLoader> find(Optional<InstalledPack> pack, ListedDevice... listed) {
    return new DeviceFinder(folder, () -> List.of(listed), () -> pack).find();
  }

  private Optional<InstalledPack> pack() {
    return Optional.of(new InstalledPack(List.of(), List.of(), folder));
  }

  @Test
  void cudaComesFirstThenOtherCardsThenProcessorsThatNobodyPrefers() {
    List<BackendLoader> found = find(pack(), POCL, CARD, CUDA);
    assertThat(found)
        .extracting(loader -> loader.device().id())
        .containsExactly("cuda:0", "opencl:1", "opencl:0");
    assertThat(found).extracting(BackendLoader::preferred).containsExactly(true, true, false);
    assertThat(found).extracting(BackendLoader::onDemand).containsOnly(true);
  }

  @Test
  void aCardOfNoUseIsNamedWithItsReason() {
    BackendLoader refused = find(pack(), OLD).get(0);
    assertThat(refused.device().name()).isEqualTo("Relic");
    assertThat(refused.preferred()).isFalse();
    assertThatThrownBy(refused::load).hasMessage("Relic is too old.");
  }

  @Test
  void withoutThePackACudaCardSaysThatItIsNeeded() {
    BackendLoader refused = find(Optional.empty(), CUDA, CARD).get(0);
    assertThatThrownBy(refused::load).hasMessageContaining("GPU pack");
  }

  @Test
  void aWorkerSeesTheCardThatWasFoundWhereverTheListCountsFrom() {
    ListedDevice second = new ListedDevice("cuda:1", "RTX", DeviceKind.GPU, "ND4J CUDA", 9, "");
    assertThat(DeviceFinder.onlySeeing(second, Optional.empty()))
        .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "1"));
    assertThat(DeviceFinder.onlySeeing(second, Optional.of("GPU-5d, GPU-e7")))
        .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "GPU-e7"));
  }

  @Test
  void aDeviceIsTheSameAfterItsLine() {
    assertThat(ListedDevice.ofLine(CUDA.toLine())).contains(CUDA);
    assertThat(ListedDevice.ofLine("{\"id\":\"x\"}")).isEmpty();
    assertThat(ListedDevice.ofLine("{\"id\":")).isEmpty();
    assertThat(ListedDevice.ofLine("a driver's greeting")).isEmpty();
  }

  /** Lists one device and then misbehaves. */
  static final class Lister {
    private Lister() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println("a driver's greeting");
      System.out.println(POCL.toLine());
      System.out.flush();
      if (args[0].equals("crash")) {
        Runtime.getRuntime().halt(134);
      }
      if (args[0].equals("hang")) {
        Thread.currentThread().join();
      }
    }
  }

  private static List<ListedDevice> ask(String how, Duration limit) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            classPath(),
            Lister.class.getName(),
            how);
    return ListingProcess.ask(command, limit);
  }

  private static String classPath() {
    List<String> places =
        List.of(
            place(Lister.class),
            place(ListedDevice.class),
            place(Gson.class),
            place(NullMarked.class));
    return String.join(File.pathSeparator, places);
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasToldBeforeADriverEndsTheProcessCounts() {
    assertThat(ask("crash", Duration.ofSeconds(20))).containsExactly(POCL);
  }

  @Test
  void aDriverThatHangsIsWaitedForNoLongerThanTheLimit() {
    long before = ProcessHandle.current().children().count();
    List<ListedDevice> told = ask("hang", Duration.ofSeconds(3));
    if (told.isEmpty()) {
      // On a busy machine the other Java had not begun by then.
      told = ask("hang", Duration.ofSeconds(20));
    }
    assertThat(told).containsExactly(POCL);
    await(before);
  }

  private static void await(long children) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (ProcessHandle.current().children().count() > children && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(ProcessHandle.current().children().count()).isLessThanOrEqualTo(children);
  }

  @Test
  void aProcessThatCannotBeStartedFindsNothing() {
    assertThat(ListingProcess.ask(List.of("/nowhere/java"), Duration.ofSeconds(1))).isEmpty();
  }
}

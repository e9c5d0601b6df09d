package org.inferscope.app.finder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.compute.BackendFinder;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.cuda.VisibleCards;
import org.inferscope.compute.worker.Nd4jPack;
import org.inferscope.compute.worker.Nd4jWorkerLoader;
import org.inferscope.compute.worker.WorkerCommand;
import org.inferscope.compute.worker.WorkerLoader;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.io.pack.InstalledPack;
import org.inferscope.text.Texts;

/**
 * Finds this machine's graphics cards: those that ND4J drives with CUDA first, then those of
 * OpenCL, then processors behind OpenCL, which are not used unless someone asks for them.
 */
public final class DeviceFinder implements BackendFinder {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Supplier<List<ListedDevice>> listing;
  private final Supplier<Optional<InstalledPack>> pack;

  /**
   * A finder.
   *
   * @param folder for what belongs to workers; need not exist
   * @param listing lists what is there
   * @param pack looks for the GPU pack
   */
  DeviceFinder(
      Path folder, Supplier<List<ListedDevice>> listing, Supplier<Optional<InstalledPack>> pack) {
    this.folder = folder;
    this.listing = listing;
    this.pack = pack;
  }

  /** A finder of this machine's, which asks the drivers in a process of its own. */
  public static DeviceFinder of(UserFolders folders) {
    return new DeviceFinder(
        folders.cacheWith("workers").resolve("workers"),
        () -> ListingProcess.ask(ListingProcess.command(), PATIENCE),
        () -> GpuPack.of(folders).installed());
  }

  @Override
  public List<BackendLoader> find() {
    Optional<Nd4jPack> nd4j =
        pack.get().map(found -> new Nd4jPack(found.jars(), found.libraryFolders(), found.cache()));
    return listing.get().stream()
        .sorted(Comparator.comparing(DeviceFinder::rank))
        .map(device -> loader(device, nd4j))
        .toList();
  }

  /** The drivers' own order stays among devices of one sort. */
  private static int rank(ListedDevice device) {
    if (device.isCuda()) {
      return 0;
    }
    return device.kind() == DeviceKind.GPU ? 1 : 2;
  }

  private BackendLoader loader(ListedDevice listed, Optional<Nd4jPack> nd4j) {
    if (!listed.reason().isEmpty()) {
      return new Refused(listed.device(), listed.reason());
    }
    if (listed.isCuda()) {
      return nd4j.<BackendLoader>map(found -> cuda(listed, found))
          .orElseGet(() -> new Refused(listed.device(), Texts.get("finder.noPack")));
    }
    BackendLoader worker = new WorkerLoader(listed.device(), command(listed), AppVersion.current());
    return listed.kind() == DeviceKind.GPU ? worker : new Unasked(worker);
  }

  private BackendLoader cuda(ListedDevice card, Nd4jPack found) {
    Optional<String> visible = Optional.ofNullable(System.getenv(VisibleCards.VARIABLE));
    Nd4jPack own = found.with(onlySeeing(card, visible));
    return new Nd4jWorkerLoader(
        card.device(), own, System.getProperty("java.class.path"), folder, AppVersion.current());
  }

  /**
   * The environment of a worker that is to see one card only.
   *
   * @param visible the cards that this process sees, if not all
   */
  static Map<String, String> onlySeeing(ListedDevice card, Optional<String> visible) {
    int number = Integer.parseInt(card.number());
    return Map.of(VisibleCards.VARIABLE, VisibleCards.only(visible, number));
  }

  private WorkerCommand command(ListedDevice device) {
    return WorkerCommand.own(System.getProperty("java.class.path"), device.id(), folder);
  }
}

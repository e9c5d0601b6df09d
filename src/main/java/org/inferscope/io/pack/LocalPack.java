package org.inferscope.io.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.FileSetDownload;
import org.inferscope.io.hub.FileSetDownload.Order;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.PackStatus.State;
import org.inferscope.text.Texts;

/** The GPU pack in a folder of the user's. */
final class LocalPack implements GpuPack {
  private static final String NAME = "gpu-pack";

  private final Machine machine;
  private final PackFolder place;
  private final Function<PackSystem, PackList> lists;
  private final Function<HubSettings, FileSetDownload> downloads;

  /**
   * What a pack is for.
   *
   * @param system empty for one that has no pack
   * @param environment tells where CUDA is, and which mirror to use
   * @param root of the file system in which CUDA is looked for
   */
  record Machine(Optional<PackSystem> system, Map<String, String> environment, Path root) {
    Machine {
      environment = Map.copyOf(environment);
    }
  }

  /** What is wanted on a system. */
  private record Wish(PackList list, Toolkit toolkit) {
    private List<PackFile> files() {
      return toolkit.isComplete() ? list.engine() : all();
    }

    private List<PackFile> all() {
      List<PackFile> all = new ArrayList<>(list.engine());
      all.addAll(list.libraries());
      return all;
    }
  }

  /** The pack for this machine. */
  static GpuPack of(UserFolders folders) {
    Optional<PackSystem> system =
        PackSystem.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    return new LocalPack(
        new Machine(system, System.getenv(), Path.of("/")),
        folders,
        PackList::of,
        FileSetDownload::new);
  }

  /**
   * A pack.
   *
   * @param lists what belongs to the pack of a system
   * @param downloads makes what fetches it
   */
  LocalPack(
      Machine machine,
      UserFolders folders,
      Function<PackSystem, PackList> lists,
      Function<HubSettings, FileSetDownload> downloads) {
    this.machine = machine;
    this.place =
        new PackFolder(folders.data().resolve(NAME), folders.cacheWith(NAME).resolve(NAME));
    this.lists = lists;
    this.downloads = downloads;
  }

  private Optional<Wish> wish() {
    return machine
        .system()
        .map(
            system ->
                new Wish(
                    lists.apply(system),
                    new ToolkitSearch(system, machine.environment(), machine.root()).find()));
  }

  @Override
  public PackStatus status() {
    return wish().map(this::status).orElseGet(this::unsupported);
  }

  private PackStatus unsupported() {
    Toolkit none = new Toolkit(List.of(), List.of());
    return new PackStatus(State.UNSUPPORTED, place.folder(), none, false, 0, 0, 0);
  }

  private PackStatus status(Wish wish) {
    List<PackFile> missing = place.missing(wish.files());
    long bytes = place.bytes();
    State state;
    if (missing.isEmpty()) {
      state = State.HERE;
    } else {
      state = bytes > 0 ? State.PART : State.ABSENT;
    }
    return new PackStatus(
        state,
        place.folder(),
        wish.toolkit(),
        place.missing(wish.list().libraries()).isEmpty(),
        bytes,
        missing.stream().mapToLong(PackFile::size).sum(),
        toUnpack(wish));
  }

  private long toUnpack(Wish wish) {
    long all = wish.files().stream().mapToLong(PackFile::unpacked).sum();
    return Math.max(0, all - place.unpacked());
  }

  @Override
  public Optional<InstalledPack> installed() {
    return wish().filter(wish -> place.missing(wish.files()).isEmpty()).map(this::installed);
  }

  private InstalledPack installed(Wish wish) {
    List<Path> jars =
        place.there(wish.all()).stream().map(file -> place.folder().resolve(file.name())).toList();
    boolean own = place.missing(wish.list().libraries()).isEmpty();
    return new InstalledPack(jars, own ? List.of() : wish.toolkit().folders(), place.cache());
  }

  @Override
  public void install(Consumer<DownloadProgress> listener, StopSign stop) {
    Wish wish = wish().orElseThrow(() -> new InferscopeException(Texts.get("pack.unsupported")));
    HubSettings settings = PackSource.settings(machine.environment());
    Order order =
        new Order(
            place.folder(),
            () ->
                place.missing(wish.files()).stream()
                    .map(file -> file.from(settings.endpoint()))
                    .toList(),
            () -> place.isOnOneDisk() ? toUnpack(wish) : 0,
            () -> place.note(wish.all(), wish.files()));
    downloads.apply(settings).get(order, listener, stop);
  }

  @Override
  public long remove() {
    return place.remove();
  }
}

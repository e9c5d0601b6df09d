package org.inferscope.io.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Downloads files of which everything is known beforehand, from any server: all of them, or none.
 * They get their names when the last of them is there and was checked. What is cancelled or fails
 * leaves its parts for the next try. May be used again and again, one download at a time a folder.
 */
public final class FileSetDownload {
  /** What else may be written while a download runs. */
  private static final long SPARE_BYTES = 1 << 24;

  private final HubSettings settings;
  private final Limits limits;
  private final Pace pace;
  private final ToLongFunction<Path> freeSpace;
  private @Nullable HubHttp http;

  /**
   * A file to be had.
   *
   * @param name in the folder
   * @param address where it is
   * @param size bytes
   * @param sha256 of its content, as lower-case hexadecimal digits
   */
  public record Wanted(String name, URI address, long size, String sha256) {
    private HubFile listed() {
      return new HubFile(name, size, sha256, "");
    }
  }

  /**
   * What a download is to do. All of it is asked while no other download has the folder.
   *
   * @param folder where the files go; made if need be
   * @param missing the files that are not there yet
   * @param spare how many bytes of the disk have to be left for what comes later
   * @param finish called when all are there under their names, also if none was missing
   */
  public record Order(
      Path folder, Supplier<List<Wanted>> missing, LongSupplier spare, Runnable finish) {}

  /** Downloads as the settings say, of which the token goes to the endpoint only. */
  public FileSetDownload(HubSettings settings) {
    this(settings, Limits.usual(), Pace.real(), folder -> folder.toFile().getUsableSpace());
  }

  /**
   * Downloads with a patience, a clock and a disk of one's own.
   *
   * @param freeSpace how many bytes can be written into an existing folder
   */
  public FileSetDownload(
      HubSettings settings, Limits limits, Pace pace, ToLongFunction<Path> freeSpace) {
    this.settings = settings;
    this.limits = limits;
    this.pace = pace;
    this.freeSpace = freeSpace;
  }

  /**
   * Gets the files and returns when they are there; waits for the network and the disk.
   *
   * @param listener told how far it is, about ten times a second, on the calling thread
   * @param stop ends it
   * @throws org.inferscope.compute.InferscopeException if they cannot be had, with the reason
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  public void get(Order order, Consumer<DownloadProgress> listener, StopSign stop) {
    whileLocked(order.folder(), () -> locked(order, listener, stop));
  }

  /**
   * Does something to a folder while no download has it.
   *
   * @throws org.inferscope.compute.InferscopeException if one has it
   */
  public static void whileLocked(Path folder, Runnable work) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw HubProblem.disk(folder.toString(), e);
    }
    FolderLock lock = FolderLock.take(folder);
    try {
      work.run();
    } finally {
      lock.close();
    }
  }

  private void locked(Order order, Consumer<DownloadProgress> listener, StopSign stop) {
    Meter meter = new Meter(pace, listener, Stage.CHECKING);
    List<Wanted> missing = order.missing().get();
    missing.forEach(file -> PartFile.adopt(order.folder(), file.listed()));
    checkSpace(order, missing, meter);
    Retries retries = new Retries(limits, meter, settings.endpoint().getHost(), stop);
    missing.forEach(file -> load(order.folder(), file, meter, retries, stop));
    meter.tell();
    stop.check();
    try {
      for (Wanted file : missing) {
        name(order.folder(), file.listed());
      }
    } catch (IOException e) {
      throw HubProblem.disk(order.folder().toString(), e);
    }
    order.finish().run();
  }

  private void checkSpace(Order order, List<Wanted> missing, Meter meter) {
    long total = 0;
    long toCome = 0;
    for (Wanted file : missing) {
      total += file.size();
      toCome += Math.max(0, file.size() - PartFile.sizeIn(order.folder(), file.listed()));
    }
    meter.expect(total);
    long needed = toCome + order.spare().getAsLong() + SPARE_BYTES;
    long free = freeSpace.applyAsLong(order.folder());
    if (toCome > 0 && free < needed) {
      throw HubProblem.tooLittleSpace(order.folder().toString(), needed, free);
    }
  }

  private void load(Path folder, Wanted file, Meter meter, Retries retries, StopSign stop) {
    try (PartFile part = PartFile.open(folder, file.listed())) {
      new FileDownload(
              http(),
              meter,
              part,
              file.address(),
              file.listed(),
              reply -> HubProblem.refused(reply, file.name()),
              stop)
          .run(retries);
    }
  }

  /** One client for all downloads; making it takes a moment, so that it waits for the first. */
  private synchronized HubHttp http() {
    HubHttp made = http == null ? new HubHttp(settings, limits) : http;
    http = made;
    return made;
  }

  private static void name(Path folder, HubFile file) throws IOException {
    Files.move(
        PartFile.path(folder, file),
        folder.resolve(file.name()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    PartFile.forget(folder, file);
  }
}

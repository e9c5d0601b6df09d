package org.inferscope.io.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Downloads GPT-2 models. What was there of an earlier try is used; what is cancelled or fails
 * leaves its parts for the next one. May be used again and again, one download at a time a folder.
 */
public final class ModelDownload implements ModelSource {
  /** What else may be written while a download runs. */
  private static final long SPARE_BYTES = 1 << 24;

  private final HubSettings settings;
  private final Limits limits;
  private final Pace pace;
  private final ToLongFunction<Path> freeSpace;
  private @Nullable HubHttp http;

  /** Downloads as the settings say. */
  public ModelDownload(HubSettings settings) {
    this(settings, Limits.usual(), Pace.real(), folder -> folder.toFile().getUsableSpace());
  }

  /**
   * Downloads with a patience, a clock and a disk of one's own.
   *
   * @param freeSpace how many bytes can be written into an existing folder
   */
  public ModelDownload(
      HubSettings settings, Limits limits, Pace pace, ToLongFunction<Path> freeSpace) {
    this.settings = settings;
    this.limits = limits;
    this.pace = pace;
    this.freeSpace = freeSpace;
  }

  @Override
  public Path get(Wish wish, Consumer<DownloadProgress> listener, StopSign stop) {
    if (settings.offline()) {
      throw HubProblem.offline();
    }
    Meter meter = new Meter(pace, listener, Stage.ASKING);
    Run run =
        new Run(
            wish,
            http(),
            meter,
            new Retries(limits, meter, settings.endpoint().getHost(), stop),
            stop);
    try {
      Files.createDirectories(wish.folder());
    } catch (IOException e) {
      throw HubProblem.disk(wish.folder().toString(), e);
    }
    FolderLock lock = FolderLock.take(wish.folder());
    try {
      run.run();
    } finally {
      lock.close();
    }
    return wish.folder();
  }

  /** One client for all downloads; making it takes a moment, so that it waits for the first. */
  private synchronized HubHttp http() {
    HubHttp made = http == null ? new HubHttp(settings, limits) : http;
    http = made;
    return made;
  }

  /** One download. */
  private final class Run {
    private final Wish wish;
    private final HubHttp http;
    private final Meter meter;
    private final Retries retries;
    private final StopSign stop;

    Run(Wish wish, HubHttp http, Meter meter, Retries retries, StopSign stop) {
      this.wish = wish;
      this.http = http;
      this.meter = meter;
      this.retries = retries;
      this.stop = stop;
    }

    void run() {
      HubListing listing = retries.run(this::listing);
      List<HubFile> files = new ArrayList<>(Gpt2Files.first(listing, wish.id()));
      HubFile config = files.remove(0);
      HubFile weights = files.remove(files.size() - 1);
      load(config, listing.commit());
      Gpt2Files.checkKind(PartFile.path(wish.folder(), config), wish.id());
      if (weights.name().equals(Gpt2Files.INDEX)) {
        load(weights, listing.commit());
        Path index = PartFile.path(wish.folder(), weights);
        files.addAll(Gpt2Files.shards(index, listing, wish.id()));
        checkSpace(files);
        files.forEach(file -> load(file, listing.commit()));
        files.add(weights);
      } else {
        files.add(weights);
        checkSpace(files);
        files.forEach(file -> load(file, listing.commit()));
      }
      meter.tell();
      finish(files, config);
    }

    private HubListing listing() throws IOException {
      String path =
          "/api/models/" + wish.id() + "/revision/" + encoded(wish.revision()) + "?blobs=true";
      try (Reply reply = http.get(settings.at(path), Map.of(), stop)) {
        if (reply.status() != 200) {
          throw refused(reply);
        }
        if (reply.isPage()) {
          throw HubProblem.page(reply.host());
        }
        return HubListing.read(reply.text(stop), wish.revision())
            .orElseThrow(() -> HubProblem.notAList(reply.host()));
      }
    }

    private RuntimeException refused(Reply reply) {
      return HubProblem.refused(reply, wish.id(), wish.revision(), settings.token().isPresent());
    }

    private void load(HubFile file, String commit) {
      URI address =
          settings.at("/" + wish.id() + "/resolve/" + encoded(commit) + "/" + file.name());
      if (!Files.exists(wish.folder().resolve(Gpt2Files.CONFIG))) {
        PartFile.adopt(wish.folder(), file);
      }
      try (PartFile part = PartFile.open(wish.folder(), file)) {
        new FileDownload(http, meter, part, address, file, this::refused, stop).run(retries);
      }
    }

    private void checkSpace(List<HubFile> files) {
      meter.turnTo(Stage.CHECKING, "");
      long total = 0;
      long missing = 0;
      for (HubFile file : files) {
        long size = Math.max(0, file.size());
        total += size;
        missing += Math.max(0, size - PartFile.sizeIn(wish.folder(), file));
      }
      meter.expect(total);
      long free = freeSpace.applyAsLong(wish.folder());
      if (missing > 0 && free < missing + SPARE_BYTES) {
        throw HubProblem.tooLittleSpace(wish.folder().toString(), missing + SPARE_BYTES, free);
      }
    }

    /** All parts get their names, {@code config.json} last: before that the folder is no model. */
    private void finish(List<HubFile> files, HubFile config) {
      stop.check();
      try {
        Files.deleteIfExists(wish.folder().resolve(Gpt2Files.CONFIG));
        removeOtherWeights(files);
        for (HubFile file : files) {
          name(file);
        }
        name(config);
      } catch (IOException e) {
        throw HubProblem.disk(wish.folder().toString(), e);
      }
    }

    /** Weights in one file hide those in parts, should an older model have been that way. */
    private void removeOtherWeights(List<HubFile> files) throws IOException {
      for (String name : List.of(Gpt2Files.WEIGHTS, Gpt2Files.INDEX)) {
        if (files.stream().noneMatch(file -> file.name().equals(name))) {
          Files.deleteIfExists(wish.folder().resolve(name));
        }
      }
    }

    private void name(HubFile file) throws IOException {
      Files.move(
          PartFile.path(wish.folder(), file),
          wish.folder().resolve(file.name()),
          StandardCopyOption.ATOMIC_MOVE);
      PartFile.forget(wish.folder(), file);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

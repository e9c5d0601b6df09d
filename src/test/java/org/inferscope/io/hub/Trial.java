package org.inferscope.io.hub;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.inferscope.support.FakeHub;

/** A download in a test: little patience, and pauses that only move a clock. */
final class Trial {
  final List<DownloadProgress> told = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  final StopSign stop = new StopSign();
  private final AtomicLong skipped = new AtomicLong();
  private final URI endpoint;
  private final Path folder;
  private Optional<String> token = Optional.empty();
  private boolean offline;
  private long free = Long.MAX_VALUE / 2;
  private Duration silence = Duration.ofSeconds(5);
  private Consumer<DownloadProgress> also = progress -> {};

  Trial(FakeHub hub, Path folder) {
    this(hub.endpoint(), folder);
  }

  Trial(URI endpoint, Path folder) {
    this.endpoint = endpoint;
    this.folder = folder;
  }

  Trial token(String text) {
    token = Optional.of(text);
    return this;
  }

  Trial offline() {
    offline = true;
    return this;
  }

  Trial free(long bytes) {
    free = bytes;
    return this;
  }

  Trial silence(Duration longest) {
    silence = longest;
    return this;
  }

  Trial onProgress(Consumer<DownloadProgress> listener) {
    also = listener;
    return this;
  }

  Path run() {
    return run("gpt2");
  }

  Path run(String id) {
    Limits limits =
        new Limits(
            Duration.ofSeconds(2),
            silence,
            silence,
            4,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2));
    HubSettings settings = new HubSettings(endpoint, token, offline, ProxySelector.of(null));
    ModelDownload download = new ModelDownload(settings, limits, new Clock(), path -> free);
    return download.get(
        new ModelSource.Wish(new ModelId(id), ModelSource.Wish.MAIN, folder),
        progress -> {
          told.add(progress);
          also.accept(progress);
        },
        stop);
  }

  private final class Clock implements Pace {
    @Override
    public long nanos() {
      return System.nanoTime() + skipped.get();
    }

    @Override
    public void pause(Duration time, StopSign sign) {
      sign.check();
      pauses.add(time);
      skipped.addAndGet(time.toNanos());
    }
  }
}

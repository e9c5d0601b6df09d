package org.inferscope.app.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.io.hub.ModelSource;
import org.inferscope.io.hub.StopSign;

/** Does what a test tells it, in place of a download. */
final class FakeSource implements ModelSource {
  final List<Wish> wishes = new ArrayList<>();
  Consumer<Consumer<DownloadProgress>> then = listener -> {};
  Optional<StopSign> stop = Optional.empty();

  @Override
  public Path get(Wish wish, Consumer<DownloadProgress> listener, StopSign sign) {
    wishes.add(wish);
    stop = Optional.of(sign);
    then.accept(listener);
    sign.check();
    return wish.folder();
  }

  static DownloadProgress loading(long bytes, long total) {
    return new DownloadProgress(Stage.LOADING, "model.safetensors", bytes, total, 12_300_000, 0);
  }
}

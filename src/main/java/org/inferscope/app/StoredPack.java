package org.inferscope.app;

import java.util.function.Consumer;
import org.inferscope.app.pack.PackFacts;
import org.inferscope.app.pack.PackStore;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.io.pack.PackStatus;

/** The GPU pack of this user, as its card wants to know it. Waits for disk and network. */
record StoredPack(GpuPack pack) implements PackStore {

  @Override
  public PackFacts look() {
    PackStatus status = pack.status();
    boolean toolkit = status.toolkit().isComplete() && !status.toolkit().folders().isEmpty();
    boolean unsupported = status.state() == PackStatus.State.UNSUPPORTED;
    return new PackFacts(
        state(status.state()),
        unsupported ? "" : status.folder().toString(),
        toolkit ? status.toolkit().folders().get(0).toString() : "",
        status.bytesThere(),
        status.download(),
        status.unpacked(),
        status.problem());
  }

  private static PackFacts.State state(PackStatus.State state) {
    return switch (state) {
      case UNSUPPORTED -> PackFacts.State.UNSUPPORTED;
      case ABSENT -> PackFacts.State.ABSENT;
      case PART -> PackFacts.State.PART;
      case HERE -> PackFacts.State.HERE;
    };
  }

  @Override
  public void install(Consumer<DownloadProgress> listener, StopSign stop) {
    pack.install(listener, stop);
  }

  @Override
  public long remove() {
    return pack.remove();
  }
}

package org.inferscope.compute.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.DeviceLostException;
import org.jspecify.annotations.Nullable;

/** The end of a worker, which happens once. Any thread. */
final class Loss {
  private final List<Consumer<DeviceLostException>> listeners = new ArrayList<>();
  private volatile @Nullable DeviceLostException first;

  /** The first loss; empty while there is none. */
  Optional<DeviceLostException> get() {
    return Optional.ofNullable(first);
  }

  /** What to throw for another call after the loss, told by where it is thrown. */
  Optional<DeviceLostException> again() {
    return get().map(loss -> new DeviceLostException(loss.sentence(), loss));
  }

  /** Tells of a loss, unless one has been told of. */
  DeviceLostException tell(String sentence, @Nullable Throwable cause) {
    List<Consumer<DeviceLostException>> told;
    DeviceLostException loss;
    synchronized (this) {
      DeviceLostException earlier = first;
      if (earlier != null) {
        return new DeviceLostException(earlier.sentence(), cause);
      }
      loss = new DeviceLostException(sentence, cause);
      first = loss;
      told = List.copyOf(listeners);
      listeners.clear();
    }
    told.forEach(listener -> listener.accept(loss));
    return loss;
  }

  /** Asks to be told, at once if it has happened. */
  void whenLost(Consumer<DeviceLostException> listener) {
    DeviceLostException loss;
    synchronized (this) {
      loss = first;
      if (loss == null) {
        listeners.add(listener);
      }
    }
    if (loss != null) {
      listener.accept(loss);
    }
  }
}

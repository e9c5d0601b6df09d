package org.inferscope.tab;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.inferscope.compute.Registration;
import org.inferscope.io.gpt2.LocalModels;

/**
 * Where a tab gets models from. Event thread, but for {@code models}.
 *
 * @param models those of this machine; asking them waits for the disk
 * @param get opens the card that gets a model from the hub; does nothing where there is none
 * @param downloads tells a listener the folder of each model that was downloaded
 */
public record ModelShelf(LocalModels models, Runnable get, Downloads downloads) {

  /** Tells of models that were downloaded. */
  @FunctionalInterface
  public interface Downloads {
    /** Calls the listener with each one's folder, on the event thread. */
    Registration listen(Consumer<Path> listener);
  }
}

package org.inferscope.io.gpt2;

import java.nio.file.Path;

/**
 * A model that this machine has. It was not opened yet.
 *
 * @param id by what it is asked for: "gpt2"
 * @param folder where its files are; of the embedded one, where they will be
 * @param origin where it comes from
 */
public record FoundModel(String id, Path folder, Origin origin) {
  /** Where a model comes from. */
  public enum Origin {
    /** Shipped with the program. */
    EMBEDDED,
    /** In the user's folder of models. */
    OWN,
    /** In the cache that the hub's own tools keep. */
    HUB
  }
}

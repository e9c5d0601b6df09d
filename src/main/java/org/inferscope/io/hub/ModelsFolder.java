package org.inferscope.io.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.io.UserFolders;

/**
 * The user's folder of models, a folder each, and the hub's cache beside it: what is there before
 * anything is downloaded. Waits for the disk.
 *
 * @param folder the user's own models, by their names on the hub
 * @param cache what the hub's own tools have left
 */
public record ModelsFolder(Path folder, HubCache cache) {

  /** The models of a user. */
  public static ModelsFolder of(UserFolders folders, HubCache cache) {
    return new ModelsFolder(folders.data().resolve("models"), cache);
  }

  /**
   * What there is of a model.
   *
   * @param folder where it is, or where it would go
   * @param state how much of it is there
   * @param bytes of a part: how many there are
   */
  public record Presence(Path folder, State state, long bytes) {}

  /** How much of a model is there. */
  public enum State {
    /** Nothing. */
    ABSENT,
    /** A download was broken off, and can go on. */
    PART,
    /** All, in the user's folder. */
    HERE,
    /** All, in the hub's cache. */
    CACHED
  }

  /** Looks for a model: first in the user's folder, then in the hub's cache. */
  public Presence look(ModelId id) {
    Path own = id.in(folder);
    if (Gpt2Files.isComplete(own)) {
      return new Presence(own, State.HERE, 0);
    }
    Optional<CachedModel> cached = cache.find(id);
    if (cached.isPresent()) {
      return new Presence(cached.get().folder(), State.CACHED, 0);
    }
    long bytes = partBytes(own);
    return new Presence(own, bytes > 0 ? State.PART : State.ABSENT, bytes);
  }

  /** Whether a folder holds all files of a GPT-2 model; they are not opened. */
  public static boolean isComplete(Path model) {
    return Gpt2Files.isComplete(model);
  }

  /** How many bytes of a download that was broken off are in a folder. */
  public static long partBytes(Path model) {
    try (Stream<Path> inside = Files.list(model)) {
      return inside
          .filter(path -> path.toString().endsWith(PartFile.SUFFIX))
          .mapToLong(path -> path.toFile().length())
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}

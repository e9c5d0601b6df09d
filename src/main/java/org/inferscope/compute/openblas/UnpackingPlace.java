package org.inferscope.compute.openblas;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;

/**
 * Where JavaCPP unpacks OpenBLAS's libraries, if they are not installed: in the user's home or,
 * where that has no room, in {@link OpenBlasLoader#SPARE_PATH}.
 *
 * <p>By itself, JavaCPP would look at the disk only for whether the home can be written, and use a
 * folder among the temporary files if not. Everybody knows the name of that folder, so that anybody
 * could have made it and put a library there, to be run as this user.
 */
final class UnpackingPlace {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  private final File home;
  private final File spare;
  private final File foreseeable;

  /** The places by Java's properties. */
  UnpackingPlace(Properties properties) {
    File temporary = new File(properties.getProperty("java.io.tmpdir"));
    home = new File(properties.getProperty("user.home"));
    foreseeable = new File(temporary, ".javacpp-" + properties.getProperty("user.name"));
    spare = new File(properties.getProperty(OpenBlasLoader.SPARE_PATH, temporary.getPath()));
  }

  /**
   * To be called before JavaCPP's first use. A folder given on Java's command line stays.
   *
   * @param room how many bytes must be free
   */
  void prefer(Properties properties, long room) {
    if (properties.getProperty(CACHE) == null
        && properties.getProperty(OpenBlasLoader.SPARE_PATH) != null
        && !hasRoom(home, room)
        && (spare.isDirectory() || spare.mkdirs())
        && hasRoom(spare, room)) {
      properties.setProperty(CACHE, spare.getPath());
    }
  }

  /** Whether JavaCPP has found a place, and one that nobody else could have made before. */
  boolean isSafe() {
    try {
      Path chosen = Loader.getCacheDir().toPath().toAbsolutePath();
      return !chosen.startsWith(foreseeable.toPath().toAbsolutePath());
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether there is so much room in one of the places. */
  boolean hasRoom(long room) {
    return hasRoom(home, room) || hasRoom(spare, room);
  }

  private static boolean hasRoom(File folder, long room) {
    return folder.canWrite() && folder.getUsableSpace() >= room;
  }

  String home() {
    return home.getPath();
  }

  String spare() {
    return spare.getPath();
  }
}

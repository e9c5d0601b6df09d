package org.inferscope.app;

import java.io.File;
import java.util.Properties;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.io.UserFolders;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;

/**
 * Has every library load its native part from the folder {@code natives} beside the program's jar,
 * where packages install them. The jar that a package brings holds none; the self-contained one has
 * no such folder beside it, or one that holds something else, and what it holds itself is unpacked
 * when first used.
 *
 * <p>Each library has a property of its own for this, read when its native part is first needed.
 * What was given on Java's command line stays. A process that this program starts has the same jar
 * first on its class path and so finds the same folder; one that computes with ND4J has ND4J's own
 * libraries there.
 */
public final class InstalledNatives {
  private static final String FOLDER = "natives";

  /** What is installed on every system. */
  private static final String LIBRARY = "jniopenblas_nolapack";

  private InstalledNatives() {}

  /** To be called before anything else, on the main thread; takes a fraction of a millisecond. */
  public static void prefer() {
    prefer(System.getProperties());
  }

  /**
   * The same for given properties. By the class path's first entry: a class's own code source is,
   * where it comes from a start cache, the jar that the cache was made with. Without lambdas: the
   * first ones take Java ten milliseconds.
   */
  static void prefer(Properties properties) {
    String classPath = properties.getProperty("java.class.path", "");
    int end = classPath.indexOf(File.pathSeparatorChar);
    File jar = new File(end < 0 ? classPath : classPath.substring(0, end)).getAbsoluteFile();
    File folder = new File(jar.getParentFile(), FOLDER);
    // Classes that lie in a folder, as they do while the program is built, are not installed.
    // Any other folder may have the name: the jar is often started where it was downloaded to.
    if (new File(folder, System.mapLibraryName(LIBRARY)).isFile() && jar.isFile()) {
      setAll(properties, folder.getPath());
    }
  }

  /**
   * Tells libraries that are not installed, and would otherwise choose a place that other users can
   * foresee, of folders in the cache to be unpacked into: OpenBLAS, should the user's home have no
   * room, and LWJGL. The others are given theirs where they are opened.
   */
  public static void offerCache(UserFolders folders) {
    offerCache(folders, System.getProperties());
  }

  /** The same for given properties. */
  static void offerCache(UserFolders folders, Properties properties) {
    if (properties.getProperty(OpenBlasLoader.LIBRARY_PATH) == null) {
      offer(properties, OpenBlasLoader.SPARE_PATH, folders, "javacpp");
      // On Windows the folder of temporary files is the user's, and a library in use stays as it
      // is: there each version of LWJGL has to have its own folder, as it has by itself.
      if (File.separatorChar == '/') {
        offer(properties, "org.lwjgl.system.SharedLibraryExtractPath", folders, "lwjgl");
      }
    }
  }

  private static void offer(Properties properties, String name, UserFolders folders, String part) {
    if (properties.getProperty(name) == null) {
      properties.setProperty(name, folders.cacheWith(part).resolve(part).toString());
    }
  }

  private static void setAll(Properties properties, String folder) {
    properties.putIfAbsent(HuggingFaceTokenizers.LIBRARY_PATH, folder);
    properties.putIfAbsent(OpenBlasLoader.LIBRARY_PATH, folder);
    properties.putIfAbsent("flatlaf.nativeLibraryPath", folder);
    properties.putIfAbsent("org.lwjgl.librarypath", folder);
    properties.putIfAbsent("jna.boot.library.path", folder);
    // Else it looks for what it has unpacked earlier, and makes the folder for that.
    properties.putIfAbsent("jna.nounpack", "true");
  }
}

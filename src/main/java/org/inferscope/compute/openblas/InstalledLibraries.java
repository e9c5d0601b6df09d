package org.inferscope.compute.openblas;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Has JavaCPP load OpenBLAS's libraries from the folder that they were installed in, as they are.
 *
 * <p>As it comes, it would look for {@code libopenblas} all over the system, and copy it into a
 * cache under the name {@code libopenblas_nolapack}, which is the one that its own library calls.
 * In the folder it has that name, and is loaded by it before the search, which then finds the name
 * taken.
 */
final class InstalledLibraries {
  private static final String JAVACPP = "org.bytedeco.javacpp.";

  /** Those that need others after them: no other way do these find each other in the folder. */
  private static final List<String> LIBRARIES =
      List.of("gcc_s@.1.1", "gcc_s@.1", "quadmath@.0", "gfortran@.5", "openblas_nolapack@.0");

  /** There it needs no others. */
  private static final List<String> WINDOWS_LIBRARIES = List.of("libopenblas_nolapack");

  private InstalledLibraries() {}

  /**
   * To be called before JavaCPP's first use. Does nothing where no folder is said; what was given
   * on Java's command line stays.
   */
  static void prefer(Properties properties) {
    String folder = properties.getProperty(OpenBlasLoader.LIBRARY_PATH);
    if (folder != null) {
      // Of JavaCPP's lists of folders the one that comes first.
      properties.putIfAbsent(JAVACPP + "platform.linkpath", folder);
      properties.putIfAbsent(
          JAVACPP + "platform.preload",
          String.join(File.pathSeparator, isWindows(properties) ? WINDOWS_LIBRARIES : LIBRARIES));
      properties.putIfAbsent(JAVACPP + "cachelibraries", "false");
      properties.putIfAbsent(JAVACPP + "cancreatesymboliclink", "false");
    }
  }

  private static boolean isWindows(Properties properties) {
    return properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}

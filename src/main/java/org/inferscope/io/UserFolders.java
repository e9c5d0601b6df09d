package org.inferscope.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of this user live, each folder by the custom of the operating system. The folders
 * need not exist yet; whoever writes makes them.
 *
 * @param config preferences
 * @param data what must not be lost, such as autosaved lessons
 * @param cache what can be made or fetched again; see {@link #cacheWith}
 * @param logs log files
 */
public record UserFolders(Path config, Path data, Path cache, Path logs) {
  private static final String TITLE = "Inferscope";
  private static final String NAME = "inferscope";

  /** The folders of the user who runs this program. */
  public static UserFolders ofThisUser() {
    Path home = absolute(System.getProperty("user.home"));
    // A user unknown to the system, as in some containers, has no home, which Java shows as "?".
    return of(
        System.getProperty("os.name", ""),
        System.getenv(),
        home == null ? temporary().toAbsolutePath() : home);
  }

  /**
   * The cache for one part of what is kept there. Where the cache cannot be written and has no such
   * part, it is a folder among the system's temporary ones, which then exists and is the user's
   * alone.
   *
   * @param part the name of a folder in the cache, such as {@code models}
   * @return the folder around it
   */
  public Path cacheWith(String part) {
    String user = System.getProperty("user.name", "").replaceAll("\\W", "_");
    return CachePlace.of(cache, part, temporary(), NAME + "-" + user, CachePlace.ROOM);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }

  /**
   * The folders on a given system.
   *
   * @param os the system's name as in the property {@code os.name}
   * @param environment variables such as {@code XDG_CONFIG_HOME} or {@code APPDATA}; only absolute
   *     paths count
   * @param home the user's home
   */
  public static UserFolders of(String os, Map<String, String> environment, Path home) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return onMac(home.resolve("Library"));
    }
    return system.startsWith("windows")
        ? onWindows(environment, home.resolve("AppData"))
        : onLinux(environment, home);
  }

  private static UserFolders onMac(Path library) {
    Path support = library.resolve("Application Support").resolve(TITLE);
    return new UserFolders(
        support,
        support.resolve("Data"),
        library.resolve("Caches").resolve(TITLE),
        library.resolve("Logs").resolve(TITLE));
  }

  private static UserFolders onWindows(Map<String, String> environment, Path appData) {
    Path roaming = folder(environment, "APPDATA", appData.resolve("Roaming")).resolve(TITLE);
    Path local = folder(environment, "LOCALAPPDATA", appData.resolve("Local")).resolve(TITLE);
    return new UserFolders(
        roaming, local.resolve("Data"), local.resolve("Cache"), local.resolve("Logs"));
  }

  /** As the XDG Base Directory specification has it; it counts logs as state. */
  private static UserFolders onLinux(Map<String, String> environment, Path home) {
    Path local = home.resolve(".local");
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
        folder(environment, "XDG_DATA_HOME", local.resolve("share")).resolve(NAME),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
        folder(environment, "XDG_STATE_HOME", local.resolve("state"))
            .resolve(NAME)
            .resolve("logs"));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    Path path = absolute(environment.get(variable));
    return path == null ? otherwise : path;
  }

  private static @Nullable Path absolute(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}

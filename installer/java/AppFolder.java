import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes of the self-contained jar what is installed: the jar without native libraries, and these in
 * a folder beside it, where the program finds them ({@code org.inferscope.app.InstalledNatives}).
 * So nothing is unpacked at the first use, into no home folder, and systems that check what is
 * loaded see files that a package brought.
 *
 * <p>The same jar and time give the same bytes. Entries are deflated: the packages' own compression
 * would do, but then the jar would be installed with 40 MB more, and starts no sooner.
 */
final class AppFolder {
  /** The program's jar, as it is named in the folder. */
  static final String JAR = "inferscope.jar";

  /** The folder of the native libraries beside it; all lie in it, and no folders. */
  static final String NATIVES = "natives";

  /** As the linkers of Linux, Windows and macOS call them; the last is Java's own on macOS. */
  private static final Pattern LIBRARY =
      Pattern.compile(".+\\.(so(\\.\\d+)*|dll|dylib|jnilib)", Pattern.CASE_INSENSITIVE);

  /**
   * A library that the one which calls it knows by another name: JavaCPP renames it as it unpacks.
   * So begin the names on all systems.
   */
  private static final Map<String, String> RENAMED =
      Map.of("libopenblas.", "libopenblas_nolapack.");

  /**
   * The ending of Java's own on macOS, and the usual one there. JNA's boot path knows both, and
   * jpackage signs only files of the second, without which Apple does not notarise.
   */
  private static final String JNILIB = ".jnilib";

  private static final String DYLIB = ".dylib";

  private AppFolder() {}

  /**
   * Writes the two.
   *
   * @param jar the self-contained jar
   * @param folder where they go; need not exist, and must not hold them yet
   * @param time of each entry and file
   */
  static void split(Path jar, Path folder, Instant time) {
    try (ZipFile all = new ZipFile(jar.toFile())) {
      Map<String, ZipEntry> libraries = new LinkedHashMap<>();
      List<ZipEntry> rest = new ArrayList<>();
      for (ZipEntry entry : (Iterable<ZipEntry>) all.stream().map(ZipEntry.class::cast)::iterator) {
        if (LIBRARY.matcher(entry.getName()).matches()) {
          add(entry, libraries);
        } else {
          rest.add(entry);
        }
      }
      if (libraries.isEmpty()) {
        throw new Refusal(jar + " holds no native libraries, so it is not the self-contained jar");
      }
      rest.removeIf(emptied(libraries.values(), rest)::contains);
      writeLibraries(all, libraries, folder.resolve(NATIVES), time);
      writeJar(all, rest, folder.resolve(JAR), time);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(e.getFile() + " is there already: choose a new folder", e);
    } catch (ZipException e) {
      throw new Refusal(jar + " is no jar: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Refusal(jar + " cannot be taken apart into " + folder + ": " + e, e);
    }
  }

  /** What a library is called in the folder. */
  private static String fileName(ZipEntry library) {
    String name = library.getName().substring(library.getName().lastIndexOf('/') + 1);
    for (Map.Entry<String, String> rename : RENAMED.entrySet()) {
      if (name.startsWith(rename.getKey())) {
        return rename.getValue() + name.substring(rename.getKey().length());
      }
    }
    return name.endsWith(JNILIB)
        ? name.substring(0, name.length() - JNILIB.length()) + DYLIB
        : name;
  }

  /** One folder holds them all, so that two of a name must be the same. */
  private static void add(ZipEntry library, Map<String, ZipEntry> libraries) {
    ZipEntry other = libraries.putIfAbsent(fileName(library), library);
    if (other != null
        && (other.getCrc() != library.getCrc() || other.getSize() != library.getSize())) {
      throw new Refusal(
          other.getName() + " and " + library.getName() + " differ, and would be one file");
    }
  }

  /** Entries of folders in which libraries were, and nothing else. */
  private static Set<ZipEntry> emptied(Iterable<ZipEntry> libraries, Iterable<ZipEntry> rest) {
    Set<String> before = new HashSet<>();
    libraries.forEach(entry -> addFolders(entry, before));
    Set<String> after = new HashSet<>();
    Map<String, ZipEntry> folders = new HashMap<>();
    for (ZipEntry entry : rest) {
      if (entry.isDirectory()) {
        folders.put(entry.getName(), entry);
      } else {
        addFolders(entry, after);
      }
    }
    before.removeAll(after);
    folders.keySet().retainAll(before);
    return Set.copyOf(folders.values());
  }

  private static void addFolders(ZipEntry entry, Set<String> folders) {
    String name = entry.getName();
    for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      folders.add(name.substring(0, end + 1));
    }
  }

  private static void writeLibraries(
      ZipFile all, Map<String, ZipEntry> libraries, Path folder, Instant time) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Files.createDirectory(folder);
    for (Map.Entry<String, ZipEntry> library : libraries.entrySet()) {
      Path file = folder.resolve(library.getKey());
      try (InputStream in = all.getInputStream(library.getValue())) {
        Files.copy(in, file);
      }
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
    Files.setLastModifiedTime(folder, FileTime.from(time));
  }

  private static void writeJar(ZipFile all, List<ZipEntry> entries, Path jar, Instant time)
      throws IOException {
    Files.createFile(jar);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (ZipEntry entry : entries) {
        ZipEntry same = new ZipEntry(entry.getName());
        // The archive's own kind of time, which knows of no zones: the same bytes everywhere.
        same.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        out.putNextEntry(same);
        try (InputStream in = all.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }
}

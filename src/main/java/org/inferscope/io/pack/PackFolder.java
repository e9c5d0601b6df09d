package org.inferscope.io.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.FileSetDownload;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that a pack is in, and the one that its native libraries are unpacked to. Neither need
 * exist.
 *
 * @param folder with the pack's files
 * @param cache with what was unpacked
 */
record PackFolder(Path folder, Path cache) {
  private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);

  /** Those of some files that are there, as far as their note and their sizes tell. */
  List<PackFile> there(List<PackFile> files) {
    InstalledList installed = new InstalledList(folder);
    Map<String, String> hashes = installed.hashes();
    return files.stream().filter(file -> installed.has(file, hashes)).toList();
  }

  /** The others. */
  List<PackFile> missing(List<PackFile> files) {
    List<PackFile> there = there(files);
    return files.stream().filter(file -> !there.contains(file)).toList();
  }

  /**
   * Notes what has come, with what was there before, and removes what an older list had.
   *
   * @param all whatever may belong to a pack
   * @param come files that are there now and were checked
   */
  void note(List<PackFile> all, List<PackFile> come) {
    List<PackFile> before = there(all);
    InstalledList installed = new InstalledList(folder);
    Set<String> old = installed.hashes().keySet();
    List<PackFile> now =
        all.stream().filter(file -> come.contains(file) || before.contains(file)).toList();
    installed.write(now);
    Set<String> names = now.stream().map(PackFile::name).collect(Collectors.toSet());
    for (String name : old) {
      if (!names.contains(name) && !name.contains("/")) {
        // One that is in use stays for the next time; the note no longer names it.
        tryDelete(folder.resolve(name));
      }
    }
  }

  /** Bytes in the folder. */
  long bytes() {
    return bytesIn(folder);
  }

  /** Bytes of what was unpacked. */
  long unpacked() {
    return bytesIn(cache);
  }

  /** Whether what is unpacked takes room from what is fetched. */
  boolean isOnOneDisk() {
    try {
      Files.createDirectories(cache);
      return Files.getFileStore(folder).equals(Files.getFileStore(cache));
    } catch (IOException e) {
      LOG.info("The disks of {} and {} cannot be told", folder, cache, e);
      return true;
    }
  }

  /**
   * Removes both; the pack's note first, so that what is left after a failure is no pack.
   *
   * @return how many bytes that gave back
   * @throws InferscopeException if a download has the folder, or a file is in use
   */
  long remove() {
    long bytes = bytes() + unpacked();
    if (Files.isDirectory(folder)) {
      FileSetDownload.whileLocked(
          folder,
          () -> {
            forget();
            files(folder).stream().filter(file -> !isLock(file)).forEach(PackFolder::delete);
          });
      tryDelete(folder);
    }
    files(cache).forEach(PackFolder::delete);
    tryDelete(cache);
    return bytes;
  }

  private void forget() {
    try {
      new InstalledList(folder).forget();
    } catch (IOException e) {
      throw notRemoved(folder, e);
    }
  }

  private static boolean isLock(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static long bytesIn(Path folder) {
    return files(folder).stream()
        .filter(Files::isRegularFile)
        .mapToLong(file -> file.toFile().length())
        .sum();
  }

  /** All that is in a folder, folders after what is in them. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside
          .filter(path -> !path.equals(folder))
          .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.info("{} cannot be looked through", folder, e);
      return List.of();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw notRemoved(file, e);
    }
  }

  private static InferscopeException notRemoved(Path file, IOException error) {
    return new InferscopeException(Texts.get("pack.notRemoved", file.toString()), error);
  }

  private static void tryDelete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.info("{} stays", path, e);
    }
  }
}

package org.inferscope.compute.worker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * The class path of a worker with ND4J: ND4J's jars, and after them this program's without what is
 * of another version there. Where everything is in one jar, a copy of it without that is made, once
 * for each version. Any thread.
 */
final class WorkerClassPath {
  /** What both have, or what would be found twice. */
  private static final List<String> LEFT_OUT =
      List.of(
          "org/bytedeco/", "org/nd4j/", "META-INF/maven/org.bytedeco/", "META-INF/maven/org.nd4j/");

  private static final String OURS = "org/inferscope/";
  private static final String COPY = "inferscope-";
  private static final String JAR = ".jar";

  /** ND4J brings a logger that says nothing; ours comes with this program. */
  private static final String LOGGER = "slf4j-";

  private WorkerClassPath() {}

  /**
   * The class path, as after {@code java -cp}.
   *
   * @param jars ND4J's
   * @param own this program's class path, as after {@code java -cp}
   * @param copies the folder for a copy of this program's jar; need not exist
   * @throws IOException if a jar cannot be read, or copied
   */
  static String of(List<Path> jars, String own, Path copies) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path jar : jars) {
      if (!jar.getFileName().toString().startsWith(LOGGER)) {
        all.add(jar.toAbsolutePath().toString());
      }
    }
    for (String entry : Arrays.asList(own.split(File.pathSeparator, -1))) {
      Path place = Path.of(entry.isEmpty() ? "." : entry).toAbsolutePath();
      if (Files.isDirectory(place) || !Files.isRegularFile(place)) {
        all.add(place.toString());
      } else if (!has(place, WorkerClassPath::isLeftOut)) {
        all.add(place.toString());
      } else if (has(place, name -> name.startsWith(OURS))) {
        all.add(copy(place, copies).toString());
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static boolean isLeftOut(String name) {
    return LEFT_OUT.stream().anyMatch(name::startsWith);
  }

  private static boolean has(Path jar, Predicate<String> wanted) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false);
        Stream<JarEntry> entries = file.stream()) {
      return entries.map(JarEntry::getName).anyMatch(wanted);
    }
  }

  /** The copy is told from that of another version by its name. */
  private static Path copy(Path jar, Path folder) throws IOException {
    String stamp = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
    Path copy = Files.createDirectories(folder).resolve(COPY + stamp + "-" + Files.size(jar) + JAR);
    if (!Files.exists(copy)) {
      Path part = Files.createTempFile(folder, COPY, ".part");
      try {
        filter(jar, part);
        Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      removeOthers(folder, copy);
    }
    return copy;
  }

  private static void filter(Path jar, Path copy) throws IOException {
    try (JarFile from = new JarFile(jar.toFile(), false);
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      to.setLevel(Deflater.BEST_SPEED);
      Enumeration<JarEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!isLeftOut(entry.getName())) {
          to.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
          to.closeEntry();
        }
      }
    }
  }

  /** Those of versions that are gone; one that is in use stays where the system keeps it. */
  private static void removeOthers(Path folder, Path copy) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(COPY) && name.endsWith(JAR) && !file.equals(copy)) {
          file.toFile().delete();
        }
      }
    }
  }
}

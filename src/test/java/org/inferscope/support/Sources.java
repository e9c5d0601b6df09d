package org.inferscope.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's own Java files, for tests that read them. */
public final class Sources {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");

  private Sources() {}

  /** The product's sources. */
  public static List<Path> main() throws IOException {
    return under(MAIN);
  }

  /** The sources of the product and of its tests. */
  public static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>(under(MAIN));
    files.addAll(under(TEST));
    return files;
  }

  /** A file's text. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> under(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}

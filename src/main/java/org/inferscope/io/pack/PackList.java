package org.inferscope.io.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What belongs to the pack of a system.
 *
 * @param engine ND4J with all it needs
 * @param libraries CUDA's own libraries
 */
record PackList(List<PackFile> engine, List<PackFile> libraries) {
  private static final String FILE = "gpu-pack.txt";
  private static final String ANY = "any";
  private static final String ENGINE = "engine";
  private static final String LIBRARIES = "libraries";

  PackList {
    engine = List.copyOf(engine);
    libraries = List.copyOf(libraries);
  }

  /** The list that comes with Inferscope. */
  static PackList of(PackSystem system) {
    try (InputStream in = PackList.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the build");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), system);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  static PackList parse(String text, PackSystem system) {
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.split(" +", -1)))
            .filter(words -> words.get(0).equals(ANY) || words.get(0).equals(system.key()))
            .toList();
    return new PackList(piece(lines, ENGINE), piece(lines, LIBRARIES));
  }

  private static List<PackFile> piece(List<List<String>> lines, String piece) {
    return lines.stream()
        .filter(words -> words.get(1).equals(piece))
        .map(words -> PackFile.of(words.subList(2, words.size())))
        .toList();
  }
}

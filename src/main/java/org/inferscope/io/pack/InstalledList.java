package org.inferscope.io.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.inferscope.io.SafeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The note in the pack's folder that says which files are there, with the hash of each. */
final class InstalledList {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledList.class);

  private static final String NAME = "installed.txt";
  private static final int HASH = 64;

  private final Path folder;

  InstalledList(Path folder) {
    this.folder = folder;
  }

  /** Hashes by names; of files that may have gone since. Empty without a note. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    try {
      Path note = folder.resolve(NAME);
      List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
      for (String line : lines) {
        if (line.length() > HASH + 1) {
          hashes.put(line.substring(HASH + 1), line.substring(0, HASH));
        }
      }
    } catch (IOException e) {
      LOG.warn("The list of the pack in {} cannot be read", folder, e);
    }
    return hashes;
  }

  /** Whether a file is noted with this content, and there with its size. */
  boolean has(PackFile file, Map<String, String> hashes) {
    return file.sha256().equals(hashes.get(file.name()))
        && folder.resolve(file.name()).toFile().length() == file.size();
  }

  /** Replaces the note. */
  void write(List<PackFile> files) {
    String text =
        files.stream()
            .map(file -> file.sha256() + " " + file.name() + "\n")
            .collect(Collectors.joining());
    SafeFile.write(folder.resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the note away: from now on nothing is there. */
  void forget() throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }
}

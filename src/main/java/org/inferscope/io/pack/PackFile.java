package org.inferscope.io.pack;

import java.net.URI;
import java.util.List;
import org.inferscope.io.hub.FileSetDownload.Wanted;

/**
 * A file of the pack.
 *
 * @param group of its Maven coordinates
 * @param artifact likewise
 * @param version likewise
 * @param classifier likewise; empty where there is none
 * @param size bytes
 * @param unpacked bytes of native libraries that are unpacked from it when it is first used
 * @param sha256 of its content, as lower-case hexadecimal digits
 */
record PackFile(
    String group,
    String artifact,
    String version,
    String classifier,
    long size,
    long unpacked,
    String sha256) {

  /** Reads a line's last four words. */
  static PackFile of(List<String> words) {
    List<String> parts = List.of(words.get(0).split(":", -1));
    return new PackFile(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.size() > 3 ? parts.get(3) : "",
        Long.parseLong(words.get(1)),
        Long.parseLong(words.get(2)),
        words.get(3));
  }

  /** Its name, in a repository and in the pack's folder. */
  String name() {
    return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  /** What is to be fetched from a repository, whose address has no slash at the end. */
  Wanted from(URI repository) {
    String path = group.replace('.', '/') + "/" + artifact + "/" + version + "/" + name();
    return new Wanted(name(), URI.create(repository + "/" + path), size, sha256);
  }
}

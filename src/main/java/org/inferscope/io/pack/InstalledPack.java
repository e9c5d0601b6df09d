package org.inferscope.io.pack;

import java.nio.file.Path;
import java.util.List;

/**
 * A pack that is whole, for the process that runs it.
 *
 * @param jars its class path
 * @param libraryFolders where an installed CUDA has the libraries that are not in the pack: to be
 *     put first in {@code LD_LIBRARY_PATH}, on Windows in {@code PATH}; empty where the pack has
 *     them
 * @param cache where native libraries are unpacked, for {@code org.bytedeco.javacpp.cachedir}; kept
 *     from one start to the next, since unpacking takes half a minute
 */
public record InstalledPack(List<Path> jars, List<Path> libraryFolders, Path cache) {
  /** A pack. */
  public InstalledPack {
    jars = List.copyOf(jars);
    libraryFolders = List.copyOf(libraryFolders);
  }
}

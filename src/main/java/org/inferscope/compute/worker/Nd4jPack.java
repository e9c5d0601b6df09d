package org.inferscope.compute.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An ND4J: what a worker needs to compute with it.
 *
 * @param jars ND4J's and what it is built on
 * @param libraryFolders where the system's linker finds what they need besides, such as CUDA; none
 *     if it finds that by itself
 * @param unpacked where its native libraries are unpacked to, 0.3 GB of a processor's and 3 GB of a
 *     card's; the same folder each time, since that takes long; need not exist
 * @param variables of the environment, besides those that every ND4J needs
 */
public record Nd4jPack(
    List<Path> jars, List<Path> libraryFolders, Path unpacked, Map<String, String> variables) {

  /** Keeps copies of what was given. */
  public Nd4jPack {
    jars = List.copyOf(jars);
    libraryFolders = List.copyOf(libraryFolders);
    variables = Map.copyOf(variables);
  }

  /** An ND4J with the environment that every one needs. */
  public Nd4jPack(List<Path> jars, List<Path> libraryFolders, Path unpacked) {
    this(jars, libraryFolders, unpacked, Map.of());
  }

  /** The same with more variables of the environment, such as which card it is to see. */
  public Nd4jPack with(Map<String, String> more) {
    return new Nd4jPack(jars, libraryFolders, unpacked, more);
  }

  /** Flags of the Java VM, beside those of every worker. */
  List<String> flags() {
    return List.of(
        "-Dorg.bytedeco.javacpp.cachedir=" + unpacked.toAbsolutePath(),
        // JavaCPP counts what lies outside the Java heap against the heap's size, and the whole
        // process against four times that. Our own limit is that of the device.
        "-Dorg.bytedeco.javacpp.maxBytes=0",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
  }

  /** Variables of the environment. */
  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(variables);
    // Else OpenMP's threads spin for work while those of ND4J's OpenBLAS want the processors.
    all.put("GOMP_SPINCOUNT", "0");
    all.put("ND4J_CUDA_FORCE_SINGLE_GPU", "true");
    if (!libraryFolders.isEmpty()) {
      String name = isWindows() ? "PATH" : "LD_LIBRARY_PATH";
      String folders =
          String.join(File.pathSeparator, libraryFolders.stream().map(Path::toString).toList());
      all.put(
          name,
          Optional.ofNullable(System.getenv(name))
              .map(others -> folders + File.pathSeparator + others)
              .orElse(folders));
    }
    return all;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}

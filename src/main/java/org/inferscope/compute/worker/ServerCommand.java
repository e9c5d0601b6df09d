package org.inferscope.compute.worker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.worker.server.Nd4jMatmulServer;

/**
 * How to start a server.
 *
 * @param classPath as after {@code java -cp}
 * @param mainClass what is on it
 * @param folder the folder of the server's own files; need not exist
 */
record ServerCommand(String classPath, String mainClass, Path folder) {
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;
  private static final int UNSAFE_MEMORY_IS_ASKED_FOR = 23;
  private static final List<String> CLASSES = List.of("Nd4jMatmulServer", "Nd4jProduct", "Wire");

  /**
   * Our server and ND4J.
   *
   * @param nd4j ND4J's jars as after {@code java -cp}
   */
  static ServerCommand nd4j(String nd4j, Path folder) {
    return new ServerCommand(
        folder.resolve("classes") + File.pathSeparator + nd4j,
        Nd4jMatmulServer.class.getName(),
        folder);
  }

  /** Where what it writes to its error output goes. */
  Path log() {
    return folder.resolve("log.txt");
  }

  /** Starts it; its two other streams are the caller's. */
  Process start() throws IOException {
    copyClasses();
    ProcessBuilder builder = new ProcessBuilder(arguments()).redirectError(log().toFile());
    // Else OpenMP's threads spin for work while those of ND4J's OpenBLAS want the processors.
    builder.environment().put("GOMP_SPINCOUNT", "0");
    return builder.start();
  }

  private List<String> arguments() {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    int java = Runtime.version().feature();
    if (java >= NATIVE_ACCESS_IS_ASKED_FOR) {
      all.add("--enable-native-access=ALL-UNNAMED");
    }
    if (java >= UNSAFE_MEMORY_IS_ASKED_FOR) {
      all.add("--sun-misc-unsafe-memory-access=allow");
    }
    // The same folder each time: ND4J's libraries are unpacked into it, some 330 MB.
    all.add("-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("libraries"));
    // JavaCPP counts the matrices, which lie outside the Java heap, against the heap's size.
    all.add("-Dorg.bytedeco.javacpp.maxBytes=0");
    all.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    all.addAll(List.of("-cp", classPath, mainClass));
    return all;
  }

  private void copyClasses() throws IOException {
    String path = Nd4jMatmulServer.class.getPackageName().replace('.', '/');
    Path target = Files.createDirectories(folder.resolve("classes").resolve(path));
    for (String name : CLASSES) {
      try (InputStream in = Nd4jMatmulServer.class.getResourceAsStream(name + ".class")) {
        if (in == null) {
          throw new IOException(name + ".class");
        }
        Files.copy(in, target.resolve(name + ".class"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

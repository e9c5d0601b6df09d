package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker with ND4J sees of this program. */
class WorkerClassPathTest {
  @TempDir private Path folder;
  private Path copies;

  @BeforeEach
  void names() {
    copies = folder.resolve("copies");
  }

  @Test
  void nd4jComesFirstWithoutItsLogger() throws IOException {
    Path nd4j = jar("nd4j-api.jar", "org/nd4j/Nd4j.class");
    Path logger = jar("slf4j-nop.jar", "org/slf4j/nop/Nothing.class");
    Path classes = Files.createDirectories(folder.resolve("classes"));

    assertThat(path(List.of(nd4j, logger), classes)).containsExactly(nd4j, classes);
  }

  @Test
  void jarsOfWhatNd4jBringsInAnotherVersionAreLeftOut() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path javacpp = jar("javacpp.jar", "org/bytedeco/javacpp/Pointer.class");
    Path grpc = jar("grpc.jar", "io/grpc/Server.class");

    assertThat(path(List.of(), classes, javacpp, grpc)).containsExactly(classes, grpc);
  }

  @Test
  void aProgramInOneJarIsCopiedWithoutThem() throws IOException {
    Path all =
        jar(
            "inferscope.jar",
            "META-INF/MANIFEST.MF",
            "org/inferscope/Main.class",
            "org/bytedeco/javacpp/Pointer.class",
            "META-INF/maven/org.bytedeco/javacpp/pom.properties",
            "io/grpc/Server.class");

    List<Path> path = path(List.of(), all);

    assertThat(path).hasSize(1);
    assertThat(path.get(0)).hasParent(copies);
    assertThat(names(path.get(0)))
        .containsExactly(
            "META-INF/MANIFEST.MF", "org/inferscope/Main.class", "io/grpc/Server.class");
  }

  @Test
  void theCopyIsMadeOnceForEachVersion() throws IOException {
    Path all = jar("inferscope.jar", "org/inferscope/Main.class", "org/bytedeco/a/B.class");
    Path first = path(List.of(), all).get(0);
    FileTime made = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(first, made);

    assertThat(path(List.of(), all)).containsExactly(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(made);

    Files.setLastModifiedTime(all, FileTime.fromMillis(2_000_000));
    Path second = path(List.of(), all).get(0);

    assertThat(second).isNotEqualTo(first).exists();
    assertThat(first).doesNotExist();
  }

  private List<Path> path(List<Path> nd4j, Path... own) throws IOException {
    String classPath =
        String.join(File.pathSeparator, List.of(own).stream().map(Path::toString).toList());
    String all = WorkerClassPath.of(nd4j, classPath, copies);
    return List.of(all.split(File.pathSeparator, -1)).stream().map(Path::of).toList();
  }

  private Path jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }

  private static List<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(JarEntry::getName).toList();
    }
  }
}

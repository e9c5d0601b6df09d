package org.inferscope.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed of the self-contained jar. */
class AppFolderTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private static Path classes;
  private static InstallerTool tool;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() {
    tool = InstallerTool.compile(classes);
  }

  @AfterAll
  static void close() throws IOException {
    tool.close();
  }

  private static void split(Path jar, Path into) {
    tool.call("AppFolder", "split", jar, into, TIME);
  }

  /** Entries by name; a folder's has no text. */
  private Path jar(String... namesAndTexts) throws IOException {
    Path jar = Files.createTempFile(folder, "all", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }

  private static Map<String, String> entries(Path jar) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        all.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }

  private static void assertRefused(ThrowingCallable split, String... words) {
    assertThatThrownBy(split)
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("Refusal"))
        .message()
        .contains(words);
  }

  @Test
  void nativeLibrariesOfEverySystemGoIntoOneFolderAndTheRestStaysInOrder() throws IOException {
    Path jar =
        jar(
            "META-INF/MANIFEST.MF", "Main-Class: A\n",
            "z/A.class", "class",
            "a/linux/libone.so", "1",
            "a/linux/libtwo.so.0", "2",
            "a/linux/libthree.so.1.2.3", "3",
            "b/Four.DLL", "4",
            "b/libfive.5.dylib", "5",
            "b/libsix.jnilib", "6",
            "META-INF/linux/libone.so.sha1", "sum",
            "b/dll.properties", "text");

    split(jar, folder.resolve("app"));

    assertThat(files(folder.resolve("app/natives")))
        .isEqualTo(
            Map.of(
                "libone.so", "1",
                "libtwo.so.0", "2",
                "libthree.so.1.2.3", "3",
                "Four.DLL", "4",
                "libfive.5.dylib", "5",
                "libsix.dylib", "6"));
    Map<String, String> rest = entries(folder.resolve("app/inferscope.jar"));
    assertThat(rest.keySet())
        .containsExactly(
            "META-INF/MANIFEST.MF",
            "z/A.class",
            "META-INF/linux/libone.so.sha1",
            "b/dll.properties");
    assertThat(rest.values()).containsExactly("Main-Class: A\n", "class", "sum", "text");
  }

  @Test
  void openBlasIsCalledAsItsCallerCallsIt() throws IOException {
    split(jar("o/libopenblas.so.0", "1", "o/libjniopenblas.so", "2"), folder.resolve("app"));

    assertThat(files(folder.resolve("app/natives")).keySet())
        .containsExactlyInAnyOrder("libopenblas_nolapack.so.0", "libjniopenblas.so");
  }

  @Test
  void foldersThatHeldNothingElseAreLeftOut() throws IOException {
    Path jar =
        jar(
            "a/",
            "",
            "a/linux/",
            "",
            "a/linux/x64/",
            "",
            "a/linux/x64/lib.so",
            "1",
            "a/A.class",
            "class",
            "empty/",
            "");

    split(jar, folder.resolve("app"));

    assertThat(entries(folder.resolve("app/inferscope.jar")).keySet())
        .containsExactly("a/", "a/A.class", "empty/");
  }

  @Test
  void theSameJarGivesTheSameBytesAndEverythingHasTheTime() throws IOException {
    Path jar = jar("A.class", "class".repeat(1000), "lib.so", "1");
    List<Path> folders = List.of(folder.resolve("one"), folder.resolve("new/two"));
    folders.forEach(each -> split(jar, each));

    Path first = folders.get(0).resolve("inferscope.jar");
    assertThat(folders.get(1).resolve("inferscope.jar")).hasSameBinaryContentAs(first);
    try (ZipFile file = new ZipFile(first.toFile())) {
      assertThat(file.getEntry("A.class").getTimeLocal())
          .isEqualTo(LocalDateTime.parse("2026-01-01T00:00:00"));
    }
    for (String name : List.of("inferscope.jar", "natives", "natives/lib.so")) {
      assertThat(Files.getLastModifiedTime(folders.get(0).resolve(name)).toInstant())
          .isEqualTo(TIME);
    }
  }

  @Test
  void ofTwoLibrariesOfOneNameBothMustBeTheSame() throws IOException {
    split(jar("a/lib.so", "same", "b/lib.so", "same"), folder.resolve("app"));
    assertThat(files(folder.resolve("app/natives"))).isEqualTo(Map.of("lib.so", "same"));

    Path differing = jar("a/lib.so", "one", "b/lib.so", "two");
    assertRefused(() -> split(differing, folder.resolve("other")), "a/lib.so", "b/lib.so");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void whatCannotBeTakenApartIsRefusedInASentence() throws IOException {
    Path without = jar("A.class", "class");
    Path no = Files.writeString(folder.resolve("no.jar"), "no jar");
    Path good = jar("A.class", "class", "lib.so", "1");
    split(good, folder.resolve("app"));

    assertRefused(() -> split(without, folder.resolve("x")), "holds no native libraries");
    assertRefused(() -> split(no, folder.resolve("x")), "no.jar is no jar");
    assertRefused(() -> split(good, folder.resolve("app")), "is there already");
  }
}

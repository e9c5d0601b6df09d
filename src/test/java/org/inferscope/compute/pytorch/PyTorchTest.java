package org.inferscope.compute.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Platform;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatmulImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyTorchTest {
  private static final String HERE = Platform.fromSystem("pytorch").getClassifier();

  @TempDir private Path jars;

  @Test
  void isFoundWithItsVersionAndUnpacksNothing() throws IOException {
    binding();
    library("version=9.8.7-20301231", "classifier=" + HERE);

    assertThat(find()).map(LinearPeer::name).hasValue("PyTorch 9.8.7");
    assertThat(jars.resolve("cache")).doesNotExist();
  }

  @Test
  void isAbsentWithoutTheLibraryOfThisKindOfMachine() throws IOException {
    binding();
    assertThat(find()).isEmpty();

    library("version=9.8.7", "classifier=solaris-sparc");
    assertThat(find()).isEmpty();
  }

  @Test
  void isAbsentWithoutTheBinding() throws IOException {
    library("version=9.8.7", "classifier=" + HERE);
    assertThat(find()).isEmpty();
  }

  /** As in the default jar: none of DJL's classes can be loaded, not even by accident. */
  @Test
  void isAbsentWhereThereIsNoDjl() throws Exception {
    try (URLClassLoader bare =
        new URLClassLoader(classPathWithoutDjl(), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = bare.loadClass(PyTorch.class.getName());
      assertThat(type).isNotSameAs(PyTorch.class);

      assertThat(type.getMethod("find", Path.class).invoke(null, jars)).isEqualTo(Optional.empty());
      Object matmul = type.getMethod("matmul", Path.class).invoke(null, jars);
      Class<?> api = bare.loadClass(MatmulImpl.class.getName());
      assertThat(api.getMethod("obstacle").invoke(matmul)).isNotEqualTo(Optional.empty());
    }
  }

  private static URL[] classPathWithoutDjl() {
    Pattern djl = Pattern.compile("[/\\\\]ai[/\\\\]djl[/\\\\]");
    String[] all = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
    assertThat(all).anyMatch(entry -> djl.matcher(entry).find());
    return Stream.of(all)
        .filter(entry -> !djl.matcher(entry).find())
        .map(entry -> url(Path.of(entry)))
        .toArray(URL[]::new);
  }

  private void binding() throws IOException {
    write("jnilib/pytorch.properties", "jni_version=9.8.7");
  }

  private void library(String... lines) throws IOException {
    write("native/lib/pytorch.properties", lines);
  }

  private void write(String name, String... lines) throws IOException {
    Path file = jars.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private Optional<LinearPeer> find() throws IOException {
    try (OnlyTheseFiles loader = new OnlyTheseFiles(jars)) {
      return PyTorch.find(loader, jars.resolve("cache"));
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** All classes of the tests, but of the resources only those in one folder. */
  private static final class OnlyTheseFiles extends URLClassLoader {
    OnlyTheseFiles(Path folder) {
      super(new URL[] {url(folder)}, PyTorchTest.class.getClassLoader());
    }

    @Override
    public URL getResource(String name) {
      return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }
}

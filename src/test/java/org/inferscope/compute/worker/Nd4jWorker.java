package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.io.AppVersion;
import org.inferscope.support.TestClassPath;
import org.jspecify.annotations.Nullable;

/**
 * A real worker with ND4J that tests share: started by the first that wants a backend, ended with
 * the class. Each backend is that worker, and when it is closed all that was made by it is freed.
 */
public final class Nd4jWorker implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final Nd4jPack pack;
  private final DeviceKind expected;
  private @Nullable RemoteBackend worker;

  private Nd4jWorker(Nd4jPack pack, DeviceKind expected) {
    this.pack = pack;
    this.expected = expected;
  }

  /** ND4J on the processor, which the build has copied into target/nd4j. */
  public static Nd4jWorker onProcessor() {
    return new Nd4jWorker(ofTheBuild(), DeviceKind.CPU);
  }

  /** What the build has copied. */
  static Nd4jPack ofTheBuild() {
    Path folder = TARGET.resolve("nd4j");
    assertThat(folder).as("what mvn dependency:copy@nd4j copies").isNotEmptyDirectory();
    Path unpacked = TARGET.resolve("nd4j-cache").resolve("nd4j").resolve("libraries");
    return new Nd4jPack(jars(folder), List.of(), unpacked);
  }

  /**
   * ND4J on a card, from the folder of jars that the system property {@code inferscope.gpu.pack}
   * tells; {@code inferscope.gpu.libraries} may tell folders of CUDA's libraries, {@code
   * inferscope.gpu.unpacked} where to unpack to.
   */
  public static Nd4jWorker onCard() {
    String folder = System.getProperty("inferscope.gpu.pack");
    assertThat(folder)
        .as("the folder of the GPU pack's jars, as -Dinferscope.gpu.pack")
        .isNotNull();
    String told = System.getProperty("inferscope.gpu.libraries", "");
    List<Path> libraries =
        Arrays.stream(told.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    String unpacked =
        System.getProperty("inferscope.gpu.unpacked", TARGET.resolve("cuda-cache").toString());
    Nd4jPack pack = new Nd4jPack(jars(Path.of(folder)), libraries, Path.of(unpacked));
    return new Nd4jWorker(pack, DeviceKind.GPU);
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A backend of its own, as far as a test can tell. */
  public Backend backend() throws IOException {
    if (worker == null) {
      Device device = new Device("nd4j", "ND4J", expected, "ND4J");
      Path folder = TARGET.resolve("nd4j-worker");
      worker =
          new Nd4jWorkerLoader(device, pack, TestClassPath.get(), folder, AppVersion.current())
              .start();
    }
    return shared(worker);
  }

  private static Backend shared(Backend worker) {
    List<AutoCloseable> made = new ArrayList<>();
    return (Backend)
        Proxy.newProxyInstance(
            Nd4jWorker.class.getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                for (AutoCloseable each : made) {
                  each.close();
                }
                return null;
              }
              try {
                Object result = method.invoke(worker, arguments);
                if (result instanceof AutoCloseable closeable) {
                  made.add(closeable);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
    }
  }
}

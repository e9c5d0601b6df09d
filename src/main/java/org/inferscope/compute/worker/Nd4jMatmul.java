package org.inferscope.compute.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.text.Texts;

/** ND4J's products on the CPU, computed in a worker of their own. */
public final class Nd4jMatmul implements MatmulImpl {
  private static final String CLASS_PATH = "inferscope.nd4j.classpath";
  private static final String ID = "nd4j";
  private static final String NAME = "ND4J";
  private static final String JAR = ".jar";
  private static final String ALL = "*";

  private final Path jars;
  private final Optional<Nd4jWorkerLoader> loader;

  /**
   * ND4J from the class path that the system property {@code inferscope.nd4j.classpath} tells, as
   * after {@code java -cp}, or else from the jars in the folder {@code nd4j} of the data folder, if
   * there are any. Any thread; starts nothing.
   *
   * @param data the folder that has a folder of ND4J's jars
   * @param cache the folder to unpack its libraries below; need not exist
   * @param classPath this program's, as after {@code java -cp}
   * @param version of this program
   */
  public static Nd4jMatmul find(Path data, Path cache, String classPath, String version) {
    Path jars = data.resolve(ID);
    String told = System.getProperty(CLASS_PATH);
    List<Path> found = told == null ? jarsIn(jars) : entries(told);
    Path folder = cache.resolve(ID);
    Nd4jPack pack = new Nd4jPack(found, List.of(), folder.resolve("libraries"));
    return new Nd4jMatmul(
        jars,
        found.isEmpty()
            ? Optional.empty()
            : Optional.of(new Nd4jWorkerLoader(theDevice(), pack, classPath, folder, version)));
  }

  /**
   * Products of a worker.
   *
   * @param jars where ND4J belongs
   * @param loader how to start the worker; none where ND4J is missing
   */
  Nd4jMatmul(Path jars, Optional<Nd4jWorkerLoader> loader) {
    this.jars = jars;
    this.loader = loader;
  }

  private static List<Path> entries(String classPath) {
    List<Path> all = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith(ALL)) {
        all.addAll(jarsIn(Path.of(entry.substring(0, entry.length() - ALL.length()))));
      } else {
        all.add(Path.of(entry));
      }
    }
    return all;
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(JAR)).sorted().toList();
    } catch (IOException e) {
      // No such folder, or none that may be read.
      return List.of();
    }
  }

  private static Device theDevice() {
    return new Device(ID, Cpu.name(), DeviceKind.CPU, NAME);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Device device() {
    return theDevice();
  }

  @Override
  public Optional<String> obstacle() {
    return loader.isPresent()
        ? Optional.empty()
        : Optional.of(Texts.get("compute.nd4j.missing", jars.toAbsolutePath()));
  }

  @Override
  public Product prepare(int m, int k, int n) {
    Nd4jWorkerLoader found =
        loader.orElseThrow(() -> new InferscopeException(obstacle().orElse("")));
    RemoteBackend worker;
    try {
      worker = found.start();
    } catch (IOException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "");
      throw new InferscopeException(Texts.get("worker.start.impossible", NAME, reason), e);
    }
    return WorkerProduct.prepare(worker, m, k, n);
  }
}

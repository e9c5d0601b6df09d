package org.inferscope.compute.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.text.Texts;

/** ND4J's products on the CPU, computed in a process of their own. */
public final class Nd4jMatmul implements MatmulImpl {
  private static final String CLASS_PATH = "inferscope.nd4j.classpath";
  private static final String ID = "nd4j";
  private static final String NAME = "ND4J";

  /** How long to wait for what does not depend on the product's size. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path jars;
  private final Optional<ServerCommand> command;
  private final Duration patience;

  /**
   * ND4J from the class path that the system property {@code inferscope.nd4j.classpath} tells, as
   * after {@code java -cp}, or else from the jars in the folder {@code nd4j} of the data folder, if
   * there are any. Any thread; starts nothing.
   *
   * @param data the folder that has a folder of ND4J's jars
   * @param cache the folder to unpack its libraries below; need not exist
   */
  public static Nd4jMatmul find(Path data, Path cache) {
    Path jars = data.resolve(ID);
    Optional<String> classPath =
        Optional.ofNullable(System.getProperty(CLASS_PATH))
            .or(() -> hasJars(jars) ? Optional.of(jars.resolve("*").toString()) : Optional.empty());
    return new Nd4jMatmul(
        jars, classPath.map(path -> ServerCommand.nd4j(path, cache.resolve(ID))), PATIENCE);
  }

  /**
   * Products of a server.
   *
   * @param jars where ND4J belongs
   * @param command how to start the server; none where ND4J is missing
   * @param patience how long to wait for what does not depend on the product's size
   */
  Nd4jMatmul(Path jars, Optional<ServerCommand> command, Duration patience) {
    this.jars = jars;
    this.command = command;
    this.patience = patience;
  }

  private static boolean hasJars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".jar"));
    } catch (IOException e) {
      // No such folder, or none that may be read.
      return false;
    }
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
    return new Device(ID, Cpu.name(), DeviceKind.CPU, NAME);
  }

  @Override
  public Optional<String> obstacle() {
    return command.isPresent()
        ? Optional.empty()
        : Optional.of(Texts.get("compute.nd4j.missing", jars.toAbsolutePath()));
  }

  @Override
  public Product prepare(int m, int k, int n) {
    ServerCommand found = command.orElseThrow(() -> new InferscopeException(obstacle().orElse("")));
    return ServerProduct.prepare(found, patience, m, k, n);
  }
}

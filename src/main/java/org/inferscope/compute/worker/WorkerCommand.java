package org.inferscope.compute.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inferscope.compute.exec.JavaFlags;

/**
 * How to start a worker. Any thread.
 *
 * @param java the program {@code java}
 * @param flags of the Java VM
 * @param classPath as after {@code java -cp}
 * @param mainClass what is on it
 * @param arguments of the main class
 * @param environment variables beside those of this process
 * @param folder where a crash of the Java VM leaves its report; need not exist
 */
public record WorkerCommand(
    Path java,
    List<String> flags,
    String classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment,
    Path folder) {

  private static final String MAIN = "org.inferscope.Main";

  /**
   * Has glibc ask for large pages where much memory is reserved: touching gigabytes in pages of 4
   * KB takes longer than filling them.
   */
  private static final String TUNABLES = "GLIBC_TUNABLES";

  private static final String LARGE_PAGES = "glibc.malloc.hugetlb=1";

  /** Keeps copies of what was given. */
  public WorkerCommand {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * Inferscope's own worker, in the Java that runs this.
   *
   * @param classPath Inferscope's classes and what they need for this device
   * @param deviceId what the worker computes on
   */
  public static WorkerCommand own(String classPath, String deviceId, Path folder) {
    return new WorkerCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        usualFlags(),
        classPath,
        MAIN,
        List.of("worker", "--device", deviceId),
        Map.of(),
        folder);
  }

  /** What every worker needs of its Java: native libraries without warnings, little overhead. */
  private static List<String> usualFlags() {
    List<String> flags = new ArrayList<>(List.of("-Xshare:auto", "-XX:+UseSerialGC"));
    flags.add("-Djava.awt.headless=true");
    flags.addAll(JavaFlags.ofThisVersion());
    return flags;
  }

  /** The same with more flags, which come last and so win. */
  public WorkerCommand withFlags(List<String> more) {
    return new WorkerCommand(
        java,
        Stream.concat(flags.stream(), more.stream()).toList(),
        classPath,
        mainClass,
        arguments,
        environment,
        folder);
  }

  /** The same with other variables. */
  public WorkerCommand withEnvironment(Map<String, String> variables) {
    return new WorkerCommand(java, flags, classPath, mainClass, arguments, variables, folder);
  }

  /** The same with more arguments of the main class. */
  WorkerCommand withArguments(List<String> more) {
    List<String> all = Stream.concat(arguments.stream(), more.stream()).toList();
    return new WorkerCommand(java, flags, classPath, mainClass, all, environment, folder);
  }

  /** Starts it; its three streams are the caller's. */
  Process start() throws IOException {
    Files.createDirectories(folder);
    List<String> all = new ArrayList<>();
    all.add(java.toString());
    all.add("-XX:ErrorFile=" + folder.resolve("crash-%p.log"));
    all.addAll(flags);
    all.addAll(List.of("-cp", classPath, mainClass));
    all.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putIfAbsent(TUNABLES, LARGE_PAGES);
    builder.environment().putAll(environment);
    return builder.start();
  }
}

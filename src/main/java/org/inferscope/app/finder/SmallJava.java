package org.inferscope.app.finder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.exec.JavaFlags;

/** How to run this program once more, in a small Java that lasts a moment and may be lost. */
public final class SmallJava {
  private static final String MAIN = "org.inferscope.Main";

  private SmallJava() {}

  /**
   * The command line.
   *
   * @param megabytes the most of the Java heap
   * @param arguments this program's
   */
  public static List<String> command(int megabytes, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Xmx" + megabytes + "m");
    command.add("-Djava.awt.headless=true");
    // Should a driver end the process, its memory need not be kept.
    command.add("-XX:-CreateCoredumpOnCrash");
    command.addAll(JavaFlags.ofThisVersion());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    return command;
  }
}

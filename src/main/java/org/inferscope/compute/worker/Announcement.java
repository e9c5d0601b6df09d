package org.inferscope.compute.worker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a worker says on its standard output once it listens: {@code inferscope-worker PROTOCOL
 * VERSION PORT}.
 *
 * @param protocol its version of the contract
 * @param version of the program
 * @param port where it listens
 */
record Announcement(int protocol, String version, int port) {
  /** The version of the contract that this client speaks. */
  static final int PROTOCOL = 1;

  private static final Pattern LINE =
      Pattern.compile("inferscope-worker (\\d{1,6}) (\\S{1,40}) (\\d{1,5})");

  /** What the Java VM itself may write before, such as a warning about its shared archive. */
  private static final Pattern OF_JAVA =
      Pattern.compile("\\[.*]\\[.*].*|(OpenJDK|Java HotSpot).*|Picked up .*|\\s*");

  /** Reads a line; empty if it is something else. */
  static Optional<Announcement> parse(String line) {
    Matcher match = LINE.matcher(line);
    return match.matches()
        ? Optional.of(
            new Announcement(
                Integer.parseInt(match.group(1)), match.group(2), Integer.parseInt(match.group(3))))
        : Optional.empty();
  }

  /** Whether a line is the Java VM's own, and to be passed over. */
  static boolean isOfJava(String line) {
    return OF_JAVA.matcher(line).matches();
  }
}

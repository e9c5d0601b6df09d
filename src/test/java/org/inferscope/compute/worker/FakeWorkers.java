package org.inferscope.compute.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.inferscope.support.TestClassPath;

/** Programs that a worker could turn out to be. */
final class FakeWorkers {
  private FakeWorkers() {}

  /** How to start one. */
  static WorkerCommand command(Class<?> program, Path folder) {
    return new WorkerCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx32m"),
        TestClassPath.get(),
        program.getName(),
        List.of(),
        Map.of(),
        folder);
  }

  /** Says something, as a script in Java's place might, and waits. */
  static final class Talks {
    public static void main(String[] args) throws IOException {
      System.out.println("Welcome! You have new messages.");
      untilTheEnd();
    }
  }

  /** Writes bytes that are no text and never end a line. */
  static final class Streams {
    public static void main(String[] args) {
      byte[] noise = new byte[4096];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) (i % 7 == 0 ? 'x' : 128 + i % 100);
      }
      System.out.write(noise, 0, noise.length);
      System.out.flush();
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Never says a word, and does not end when it is told to. */
  static final class Silent {
    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  /** Ends at once and says why on its error output. */
  static final class Ends {
    public static void main(String[] args) {
      System.err.println("java.lang.IllegalStateException: no CUDA here.");
      System.err.println("\tat some.Place.here(Place.java:1)");
      System.exit(3);
    }
  }

  /** Ends at once without a word. */
  static final class EndsMutely {
    public static void main(String[] args) {
      System.exit(4);
    }
  }

  /** Is of another time. */
  static final class OtherVersion {
    public static void main(String[] args) throws IOException {
      System.out.println("inferscope-worker 7 9.1.0 4711");
      untilTheEnd();
    }
  }

  /** Says that it listens, after what the Java VM had to say, but nobody does. */
  static final class Deaf {
    public static void main(String[] args) throws IOException {
      System.out.println("[0.004s][warning][cds] The shared archive file has a bad magic number");
      System.out.println("inferscope-worker 1 1.0 1");
      untilTheEnd();
    }
  }

  private static void untilTheEnd() throws IOException {
    System.out.flush();
    System.in.readAllBytes();
  }
}

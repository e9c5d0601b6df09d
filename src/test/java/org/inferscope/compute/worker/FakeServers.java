package org.inferscope.compute.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.inferscope.compute.worker.server.Wire;

/** Programs that a server could turn out to be. */
final class FakeServers {
  private FakeServers() {}

  /** Says something, as a script in Java's place might, and waits. */
  static final class Talks {
    public static void main(String[] args) throws IOException {
      System.out.println("Welcome! You have new messages.");
      System.out.flush();
      untilTheEnd();
    }
  }

  /** Never says a word. */
  static final class Silent {
    public static void main(String[] args) throws IOException {
      untilTheEnd();
    }
  }

  /** Ends at once and says why on its error output. */
  static final class Ends {
    public static void main(String[] args) {
      System.err.println("no room");
      System.exit(3);
    }
  }

  /** Prepares, and dies in a run. */
  static final class Dies {
    public static void main(String[] args) throws IOException {
      prepare();
      System.in.read();
      Runtime.getRuntime().halt(134);
    }
  }

  /** Prepares, never ends a run, and does not end when it is told to. */
  static final class Hangs {
    public static void main(String[] args) throws IOException {
      prepare();
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Prepares, and answers a run with what is no answer. */
  static final class Babbles {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = prepare();
      System.in.read();
      out.writeByte('!');
      out.flush();
      untilTheEnd();
    }
  }

  /** Refuses without reading the numbers, and ends. */
  static final class Refuses {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = new DataOutputStream(System.out);
      out.writeInt(Wire.GREETING);
      out.writeByte(Wire.FAILED);
      out.writeUTF("too many numbers");
      out.flush();
    }
  }

  /** Prepares, and lacks memory for a run. */
  static final class IsFull {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = prepare();
      System.in.read();
      out.writeByte(Wire.NO_MEMORY);
      out.flush();
    }
  }

  /** Greets and takes a product of any size. */
  private static DataOutputStream prepare() throws IOException {
    DataOutputStream out = new DataOutputStream(System.out);
    out.writeInt(Wire.GREETING);
    out.flush();
    DataInputStream in = new DataInputStream(System.in);
    in.readByte();
    int m = in.readInt();
    int k = in.readInt();
    int n = in.readInt();
    Wire.read(in, m * k);
    Wire.read(in, k * n);
    out.writeByte(Wire.DONE);
    out.flush();
    return out;
  }

  private static void untilTheEnd() throws IOException {
    System.in.readAllBytes();
  }
}

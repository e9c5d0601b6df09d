package org.inferscope.compute.worker.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes products with ND4J for the process that started this one, see {@link Wire}. */
public final class Nd4jMatmulServer {
  private final DataInputStream in;
  private final DataOutputStream out;
  private @Nullable Nd4jProduct product;

  private Nd4jMatmulServer(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Serves until the input ends.
   *
   * @param args none
   * @throws IOException if the other process no longer reads
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream replies =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What a library prints must not get in between the answers.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    new Nd4jMatmulServer(new DataInputStream(new BufferedInputStream(System.in)), replies).serve();
  }

  /** A failure is the end here, since numbers may be on the way that nobody reads. */
  private void serve() throws IOException {
    out.writeInt(Wire.GREETING);
    out.flush();
    try {
      for (int request = in.read(); request >= 0; request = in.read()) {
        answer(request);
        out.flush();
      }
    } catch (OutOfMemoryError e) {
      out.writeByte(Wire.NO_MEMORY);
      out.flush();
    } catch (RuntimeException | LinkageError e) {
      out.writeByte(Wire.FAILED);
      out.writeUTF(reason(e));
      out.flush();
    }
  }

  private void answer(int request) throws IOException {
    switch (request) {
      case Wire.PREPARE -> prepare();
      case Wire.RUN -> run();
      case Wire.RESULT -> result();
      default -> throw new IllegalArgumentException("request " + request);
    }
  }

  private void prepare() throws IOException {
    int m = in.readInt();
    int k = in.readInt();
    int n = in.readInt();
    float[] a = Wire.read(in, m * k);
    float[] b = Wire.read(in, k * n);
    product = new Nd4jProduct(m, k, n, a, b);
    out.writeByte(Wire.DONE);
  }

  private void run() throws IOException {
    int rows = in.readInt();
    int times = in.readInt();
    long nanos = prepared().nanos(rows, times);
    out.writeByte(Wire.DONE);
    out.writeLong(nanos);
  }

  private void result() throws IOException {
    float[] c = prepared().result();
    out.writeByte(Wire.DONE);
    Wire.write(out, c);
  }

  private Nd4jProduct prepared() {
    return Objects.requireNonNull(product, "nothing is prepared");
  }

  /** The message at the bottom of it, one line, such as that of the system's linker. */
  private static String reason(Throwable error) {
    Throwable deepest = error;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String kind = deepest.getClass().getSimpleName();
    String message = Objects.requireNonNullElse(deepest.getMessage(), "");
    return message.lines().findFirst().map(line -> kind + ": " + line).orElse(kind);
  }
}

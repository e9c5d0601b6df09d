package org.inferscope.compute.worker.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What both processes say to each other, big-endian. The server begins with {@link #GREETING}. Then
 * each request is one of the bytes below with what it needs, and each answer is {@link #DONE} with
 * what was asked for, {@link #FAILED} with the reason as {@link DataOutputStream#writeUTF} or
 * {@link #NO_MEMORY}.
 */
public final class Wire {
  /** The first four bytes of the server; no text begins like this. */
  public static final int GREETING = 0x1F4E4401;

  /** Three ints M, K, N, then A [M, K] and B [K, N] as floats; answered by nothing more. */
  public static final byte PREPARE = 1;

  /** Two ints: how many rows, how many times; answered by a long, the nanoseconds it all took. */
  public static final byte RUN = 2;

  /** Nothing; answered by C [M, N] as floats. */
  public static final byte RESULT = 3;

  /** It was done. */
  public static final byte DONE = 4;

  /** It was not done, and the server ends. */
  public static final byte FAILED = 5;

  /** There is not enough memory for it, and the server ends. */
  public static final byte NO_MEMORY = 6;

  private static final int CHUNK = 1 << 16;

  private Wire() {}

  /** Writes numbers; their count is not told. */
  public static void write(DataOutputStream out, float[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int from = 0; from < numbers.length; from += CHUNK) {
      int count = Math.min(CHUNK, numbers.length - from);
      bytes.asFloatBuffer().put(numbers, from, count);
      out.write(bytes.array(), 0, count * Float.BYTES);
    }
  }

  /**
   * Reads as many numbers.
   *
   * @throws EOFException if the other process ends before
   */
  public static float[] read(DataInputStream in, int howMany) throws IOException {
    float[] numbers = new float[howMany];
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int from = 0; from < howMany; from += CHUNK) {
      int count = Math.min(CHUNK, howMany - from);
      in.readFully(bytes.array(), 0, count * Float.BYTES);
      bytes.asFloatBuffer().get(numbers, from, count);
    }
    return numbers;
  }
}

package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;

/**
 * Memory that a worker shares with the process that has started it: a file that both have mapped.
 * Numbers go through it without being sent. Used by the device thread alone.
 */
public final class SharedMemory {
  /** Numbers that are copied at a time: few enough to stay in a processor's cache meanwhile. */
  private static final int PIECE = 1 << 17;

  private final FloatBuffer numbers;
  private final float[] piece = new float[PIECE];

  private SharedMemory(FloatBuffer numbers) {
    this.numbers = numbers;
  }

  /**
   * Maps a file that is there, all of it. It may be deleted afterwards.
   *
   * @throws IOException if that fails
   */
  public static SharedMemory open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedMemory(
          channel
              .map(MapMode.READ_WRITE, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer());
    }
  }

  /** How much there is. Any thread. */
  public long bytes() {
    return (long) numbers.capacity() * Float.BYTES;
  }

  /**
   * Writes numbers from here into a tensor.
   *
   * @param from where they begin here, in bytes
   * @throws IllegalArgumentException if they do not lie within this memory, or within the tensor
   */
  void write(Backend backend, DeviceTensor tensor, long offset, long from, long size) {
    int first = first(from, size);
    int count = within(tensor, offset, size).size();
    for (int done = 0; done < count; ) {
      float[] some = array(count - done);
      numbers.get(first + done, some);
      backend.write(some, tensor, offset + done);
      done += some.length;
    }
  }

  /** Reads numbers of a tensor into this memory; otherwise like {@link #write}. */
  void read(Backend backend, DeviceTensor tensor, long offset, long to, long size) {
    int first = first(to, size);
    int count = within(tensor, offset, size).size();
    for (int done = 0; done < count; ) {
      float[] some = array(count - done);
      backend.download(tensor, offset + done, some);
      numbers.put(first + done, some);
      done += some.length;
    }
  }

  private float[] array(int left) {
    return left < PIECE ? new float[left] : piece;
  }

  private int first(long from, long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    Args.require(
        from >= 0 && from % Float.BYTES == 0,
        "shared_offset",
        from,
        "a multiple of " + Float.BYTES + ", 0 or more");
    Args.require(
        from / Float.BYTES <= numbers.capacity() - size,
        "size",
        size,
        "within the shared memory, " + bytes() + " bytes, from " + from);
    return (int) (from / Float.BYTES);
  }

  private static VectorView within(DeviceTensor tensor, long offset, long size) {
    return new VectorView(tensor, offset, (int) size);
  }
}

package org.inferscope.io.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Memory outside the heap that is given back as a whole, at once, when it is closed: not whenever
 * the collector finds time, which on some systems would keep the file from being replaced until
 * then. One thread at a time opens and closes; any may read in between.
 */
public interface NativeMemory extends AutoCloseable {

  /** New memory, of the kind that this Java has. */
  static NativeMemory open() {
    return ArenaMemory.isSupported() ? new ArenaMemory() : new CleanedMemory();
  }

  /**
   * Part of a file as memory, read when it is looked at, and shared by all programs that have it
   * open. The channel may be closed afterwards.
   *
   * @param position of the first byte, from 0
   * @param size in bytes, from 1 to what an int counts
   */
  ByteBuffer map(FileChannel channel, long position, long size) throws IOException;

  /**
   * Memory of zeros.
   *
   * @param size in bytes, from 1 to what an int counts
   * @throws OutOfMemoryError if there is not that much, or this Java may not have it
   */
  ByteBuffer allocate(long size);

  /**
   * Gives all of it back; closing again does nothing. Nothing may be reading: a buffer that is read
   * later refuses where Java can tell (from Java 22), and ends the program where it cannot.
   */
  @Override
  void close();
}

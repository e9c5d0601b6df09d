package org.inferscope.io.safetensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.inferscope.io.ReadProblem;

/** Tensor files that are in memory only, for tests that open very many. */
public final class MemoryFiles {
  private MemoryFiles() {}

  /** Opens one as if it were on disk. */
  public static SafetensorsFile open(String name, byte[] content) {
    Path path = Path.of(name);
    try {
      return SafetensorsFile.opened(path, new MemoryChannel(content));
    } catch (BadHeader e) {
      throw ReadProblem.in(path, e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Memory that needs no file and no giving back: what is mapped is a copy. */
  public static NativeMemory memory() {
    return new NativeMemory() {
      @Override
      public ByteBuffer map(FileChannel channel, long position, long size) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(size));
        channel.read(copy, position);
        return copy.flip();
      }

      @Override
      public ByteBuffer allocate(long size) {
        return ByteBuffer.allocate(Math.toIntExact(size));
      }

      @Override
      public void close() {}
    };
  }
}

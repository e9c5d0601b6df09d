package org.inferscope.io.safetensors;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Memory of direct buffers, for Java before 22. Their cleaner has no public name there, so it is
 * looked for; where it is not found, the collector frees them.
 */
final class CleanedMemory implements NativeMemory {
  private static final Optional<Cleaner> CLEANER = Cleaner.find();

  private final List<ByteBuffer> buffers = new ArrayList<>();

  /** A method and what it is called on. */
  private record Cleaner(Method method, Object instance) {

    static Optional<Cleaner> find() {
      try {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method method = unsafe.getMethod("invokeCleaner", ByteBuffer.class);
        return Optional.of(new Cleaner(method, instance.get(null)));
      } catch (ReflectiveOperationException | RuntimeException e) {
        return Optional.empty();
      }
    }

    void clean(ByteBuffer buffer) {
      try {
        method.invoke(instance, buffer);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a buffer that is no part of another has a cleaner", e);
      }
    }
  }

  @Override
  public ByteBuffer map(FileChannel channel, long position, long size) throws IOException {
    return kept(channel.map(MapMode.READ_ONLY, position, size));
  }

  @Override
  public ByteBuffer allocate(long size) {
    return kept(ByteBuffer.allocateDirect(Math.toIntExact(size)));
  }

  private ByteBuffer kept(ByteBuffer buffer) {
    buffers.add(buffer);
    return buffer;
  }

  @Override
  public void close() {
    CLEANER.ifPresent(cleaner -> buffers.forEach(cleaner::clean));
    buffers.clear();
  }
}

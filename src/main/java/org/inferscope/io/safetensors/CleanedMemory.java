package org.inferscope.io.safetensors;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
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
  private static final Optional<MethodHandle> CLEANER = findCleaner();

  private final List<ByteBuffer> buffers = new ArrayList<>();

  private static Optional<MethodHandle> findCleaner() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      MethodType type = MethodType.methodType(void.class, ByteBuffer.class);
      MethodHandle method = MethodHandles.lookup().findVirtual(unsafe, "invokeCleaner", type);
      return Optional.of(method.bindTo(instance.get(null)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
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
    CLEANER.ifPresent(cleaner -> buffers.forEach(buffer -> clean(cleaner, buffer)));
    buffers.clear();
  }

  private static void clean(MethodHandle cleaner, ByteBuffer buffer) {
    try {
      cleaner.invoke(buffer);
    } catch (Throwable e) {
      throw new IllegalStateException(
          "a direct buffer that is no part of another has a cleaner", e);
    }
  }
}

package org.inferscope.io.safetensors;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Memory of a shared {@code java.lang.foreign.Arena}, which Java has from 22 on: reading it after
 * it was closed is refused rather than fatal. Reached by name, as this program is compiled for 17.
 */
final class ArenaMemory implements NativeMemory {
  private static final Long ALIGNMENT = 64L;
  private static final Optional<Methods> METHODS = Methods.find();

  private final Methods methods;
  private final Object arena;
  private boolean closed;

  private record Methods(
      Method ofShared, Method map, Method allocate, Method asByteBuffer, Method close) {

    static Optional<Methods> find() {
      try {
        Class<?> arena = Class.forName("java.lang.foreign.Arena");
        Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
        return Optional.of(
            new Methods(
                arena.getMethod("ofShared"),
                FileChannel.class.getMethod("map", MapMode.class, long.class, long.class, arena),
                arena.getMethod("allocate", long.class, long.class),
                segment.getMethod("asByteBuffer"),
                arena.getMethod("close")));
      } catch (ReflectiveOperationException e) {
        return Optional.empty();
      }
    }
  }

  static boolean isSupported() {
    return METHODS.isPresent();
  }

  ArenaMemory() {
    methods = METHODS.orElseThrow();
    arena = call(methods.ofShared(), null);
  }

  @Override
  public ByteBuffer map(FileChannel channel, long position, long size) throws IOException {
    try {
      return buffer(methods.map().invoke(channel, MapMode.READ_ONLY, position, size, arena));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw unchecked(e);
    } catch (IllegalAccessException e) {
      throw unchecked(e);
    }
  }

  @Override
  public ByteBuffer allocate(long size) {
    return buffer(call(methods.allocate(), arena, size, ALIGNMENT));
  }

  private ByteBuffer buffer(Object segment) {
    return (ByteBuffer) call(methods.asByteBuffer(), segment);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      call(methods.close(), arena);
    }
  }

  private static Object call(Method method, @Nullable Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (ReflectiveOperationException e) {
      throw unchecked(e);
    }
  }

  /** What a method threw, such as an {@link OutOfMemoryError}; none throws what it must declare. */
  private static RuntimeException unchecked(ReflectiveOperationException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("memory outside the heap is public and throws nothing else", e);
  }
}

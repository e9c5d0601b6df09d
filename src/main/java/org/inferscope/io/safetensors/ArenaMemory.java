package org.inferscope.io.safetensors;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Optional;

/**
 * Memory of a shared {@code java.lang.foreign.Arena}, which Java has from 22 on: reading it after
 * it was closed is refused rather than fatal. Reached by name, as this program is compiled for 17.
 */
final class ArenaMemory implements NativeMemory {
  private static final int ALIGNMENT = 64;
  private static final Optional<Methods> METHODS = Methods.find();

  private final Methods methods;
  private final AutoCloseable arena;
  private boolean closed;

  /** What is called, as objects in place of the types that Java 17 does not know. */
  private record Methods(
      MethodHandle ofShared, MethodHandle map, MethodHandle allocate, MethodHandle asByteBuffer) {

    static Optional<Methods> find() {
      try {
        Class<?> arena = Class.forName("java.lang.foreign.Arena");
        Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
        Lookup lookup = MethodHandles.lookup();
        MethodType mapped =
            MethodType.methodType(segment, MapMode.class, long.class, long.class, arena);
        MethodType allocated = MethodType.methodType(segment, long.class, long.class);
        return Optional.of(
            new Methods(
                lookup.findStatic(arena, "ofShared", MethodType.methodType(arena)),
                lookup.findVirtual(FileChannel.class, "map", mapped),
                lookup.findVirtual(arena, "allocate", allocated),
                lookup.findVirtual(
                    segment, "asByteBuffer", MethodType.methodType(ByteBuffer.class))));
      } catch (ReflectiveOperationException | RuntimeException e) {
        return Optional.empty();
      }
    }
  }

  static boolean isSupported() {
    return METHODS.isPresent();
  }

  ArenaMemory() {
    methods = METHODS.orElseThrow();
    arena = (AutoCloseable) call(() -> methods.ofShared().invoke());
  }

  @Override
  public ByteBuffer map(FileChannel channel, long position, long size) throws IOException {
    try {
      Object segment = methods.map().invoke(channel, MapMode.READ_ONLY, position, size, arena);
      return (ByteBuffer) methods.asByteBuffer().invoke(segment);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  public ByteBuffer allocate(long size) {
    Object segment = call(() -> methods.allocate().invoke(arena, size, (long) ALIGNMENT));
    return (ByteBuffer) call(() -> methods.asByteBuffer().invoke(segment));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      call(
          () -> {
            arena.close();
            return arena;
          });
    }
  }

  /** What a method handle may throw is anything; these do not throw what must be declared. */
  @FunctionalInterface
  private interface Call {
    Object run() throws Throwable;
  }

  private static Object call(Call call) {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("memory outside the heap is given without exceptions", e);
  }
}

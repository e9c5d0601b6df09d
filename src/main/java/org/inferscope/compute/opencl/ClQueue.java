package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;
import static org.lwjgl.opencl.CL12.clEnqueueFillBuffer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.opencl.OpenClDevices.Found;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** One device's memory and its queue, which works in order. Frees all it has made when closed. */
final class ClQueue implements AutoCloseable {
  /** Numbers copied at a time between the device and Java's arrays. */
  private static final int STAGE = 1 << 20;

  private final String device;
  private final long context;
  private final long queue;
  private final Map<Long, Long> buffers = new HashMap<>();
  private final AtomicLong held = new AtomicLong();
  private final FloatBuffer stage = MemoryUtil.memAllocFloat(STAGE);
  private @Nullable List<Long> events;
  private boolean open = true;

  /** A context and a queue on a device. */
  ClQueue(Found found) {
    device = found.device().name();
    boolean good = false;
    long made = 0;
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer code = stack.callocInt(1);
      PointerBuffer properties = stack.pointers(CL_CONTEXT_PLATFORM, found.platform(), 0);
      made = clCreateContext(properties, found.handle(), null, 0, code);
      check(code.get(0));
      queue = clCreateCommandQueue(made, found.handle(), CL_QUEUE_PROFILING_ENABLE, code);
      check(code.get(0));
      good = true;
    } finally {
      if (!good) {
        MemoryUtil.memFree(stage);
        if (made != 0) {
          clReleaseContext(made);
        }
      }
    }
    context = made;
  }

  long context() {
    return context;
  }

  String device() {
    return device;
  }

  boolean isOpen() {
    return open;
  }

  /** Bytes of all buffers. Any thread. */
  long heldBytes() {
    return held.get();
  }

  /** How many buffers there are. */
  int bufferCount() {
    return buffers.size();
  }

  /** A buffer for so many numbers, at least one, with anything in it. */
  ClTensor reserve(long size) {
    if (!open) {
      throw new IllegalStateException("backend is closed");
    }
    if (size > Long.MAX_VALUE / Float.BYTES) {
      ClError.check(CL_INVALID_BUFFER_SIZE, device);
    }
    long bytes = Math.max(1, size) * Float.BYTES;
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer result = stack.callocInt(1);
      long buffer = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, result);
      check(result.get(0));
      buffers.put(buffer, bytes);
      held.addAndGet(bytes);
      return new ClTensor(this, size, buffer);
    }
  }

  /** Gives a buffer back; what still computes with it may finish. */
  void release(long buffer) {
    Long bytes = buffers.remove(buffer);
    if (bytes != null) {
      held.addAndGet(-bytes);
      clReleaseMemObject(buffer);
    }
  }

  /** Sets all numbers to 0. */
  void clear(ClTensor tensor) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      ByteBuffer zero = stack.calloc(4, Float.BYTES);
      long buffer = ClTensor.buffer(this, tensor);
      long bytes = Math.max(1, tensor.size()) * Float.BYTES;
      check(clEnqueueFillBuffer(queue, buffer, zero, 0, bytes, null, null));
    }
  }

  /** Copies a buffer's remaining numbers; returns when it may be changed. */
  void write(FloatBuffer source, long buffer, long offset) {
    for (int done = 0; done < source.remaining(); ) {
      int length = Math.min(STAGE, source.remaining() - done);
      stage.clear().limit(length);
      stage.put(0, source, source.position() + done, length);
      send(MemoryUtil.memAddress(stage), length, buffer, offset + done);
      done += length;
    }
  }

  /** Copies numbers of a direct buffer of native order from where they lie. */
  void writeDirect(FloatBuffer source, long buffer) {
    send(MemoryUtil.memAddress(source), source.remaining(), buffer, 0);
  }

  private void send(long address, long length, long buffer, long offset) {
    if (length > 0) {
      check(
          nclEnqueueWriteBuffer(
              queue,
              buffer,
              CL_TRUE,
              offset * Float.BYTES,
              length * Float.BYTES,
              address,
              0,
              0,
              0));
    }
  }

  /** Copies numbers into an array once all that was asked for before is computed. */
  void read(long buffer, long offset, float[] target) {
    for (int done = 0; done < target.length; ) {
      int length = Math.min(STAGE, target.length - done);
      stage.clear().limit(length);
      long start = (offset + done) * Float.BYTES;
      check(clEnqueueReadBuffer(queue, buffer, true, start, stage, null, null));
      stage.get(0, target, done, length);
      done += length;
    }
  }

  /** A buffer with whole numbers; the caller releases it. */
  long ints(int[] numbers) {
    ClTensor made = reserve(numbers.length);
    long buffer = ClTensor.buffer(this, made);
    IntBuffer host = MemoryUtil.memAllocInt(numbers.length);
    boolean good = false;
    try {
      host.put(0, numbers);
      check(clEnqueueWriteBuffer(queue, buffer, true, 0, host, null, null));
      good = true;
      return buffer;
    } finally {
      MemoryUtil.memFree(host);
      if (!good) {
        made.close();
      }
    }
  }

  /** Starts a kernel on work-groups of the size given, as many as cover the global one. */
  void launch(long kernel, long groups0, long groups1, int local0, int local1) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer global = stack.pointers(groups0 * local0, groups1 * local1);
      PointerBuffer local = stack.pointers(local0, local1);
      PointerBuffer event = events == null ? null : stack.callocPointer(1);
      check(clEnqueueNDRangeKernel(queue, kernel, 2, null, global, local, null, event));
      if (events != null && event != null) {
        events.add(event.get(0));
      }
    }
  }

  /** Waits for all that was asked for. */
  void finish() {
    check(clFinish(queue));
  }

  /** How long the device computes for what is asked for meanwhile. */
  DeviceTime time(Runnable work) {
    List<Long> recorded = new ArrayList<>();
    events = recorded;
    try {
      work.run();
      finish();
      long nanos = 0;
      for (long event : recorded) {
        nanos += at(event, CL_PROFILING_COMMAND_END) - at(event, CL_PROFILING_COMMAND_START);
      }
      return new DeviceTime(nanos, recorded.size());
    } finally {
      events = null;
      recorded.forEach(event -> clReleaseEvent(event));
    }
  }

  private long at(long event, int what) {
    long[] time = {0};
    check(clGetEventProfilingInfo(event, what, time, null));
    return time[0];
  }

  void check(int code) {
    ClError.check(code, device);
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      clFinish(queue);
      List.copyOf(buffers.keySet()).forEach(this::release);
      clReleaseCommandQueue(queue);
      clReleaseContext(context);
      MemoryUtil.memFree(stage);
    }
  }
}

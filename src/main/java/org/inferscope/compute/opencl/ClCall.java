package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.VectorView;

/** The arguments of one run of a kernel, in their order. */
final class ClCall {
  private final ClQueue queue;
  private final long kernel;
  private int next;

  ClCall(ClQueue queue, long kernel) {
    this.queue = queue;
    this.kernel = kernel;
  }

  ClCall with(int number) {
    queue.check(clSetKernelArg1i(kernel, next++, number));
    return this;
  }

  ClCall with(float number) {
    queue.check(clSetKernelArg1f(kernel, next++, number));
    return this;
  }

  ClCall withLong(long number) {
    queue.check(clSetKernelArg1l(kernel, next++, number));
    return this;
  }

  ClCall withBuffer(long buffer) {
    queue.check(clSetKernelArg1p(kernel, next++, buffer));
    return this;
  }

  /** Buffer, where the view begins, distance of rows. */
  ClCall with(MatrixView view) {
    return withBuffer(ClTensor.buffer(queue, view.tensor()))
        .withLong(view.offset())
        .with(view.stride());
  }

  /** Buffer, where the view begins. */
  ClCall with(VectorView view) {
    return withBuffer(ClTensor.buffer(queue, view.tensor())).withLong(view.offset());
  }

  void run(long groups0, long groups1, int local0, int local1) {
    queue.launch(kernel, groups0, groups1, local0, local1);
  }
}

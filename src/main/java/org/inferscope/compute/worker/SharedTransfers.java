package org.inferscope.compute.worker;

import java.nio.FloatBuffer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.ReadShared;
import org.inferscope.compute.worker.proto.WriteShared;

/**
 * Numbers that go to a worker and come from it through shared memory. One thread, the backend's.
 */
final class SharedTransfers {
  private final Endpoint endpoint;
  private final Exchange exchange;

  /** Whether the worker may still be using the memory, since nobody waited for its answer. */
  private boolean doubtful;

  SharedTransfers(Endpoint endpoint, Exchange exchange) {
    this.endpoint = endpoint;
    this.exchange = exchange;
  }

  /** Writes a buffer's remaining numbers into a tensor; the buffer's position is left alone. */
  void write(FloatBuffer source, long tensor, long offset) {
    int size = source.remaining();
    run(
        size,
        call -> {
          int count = count(call, size);
          exchange.fill(half(call), source, source.position() + at(call), count);
          WriteShared.Builder write =
              WriteShared.newBuilder()
                  .setTensor(tensor)
                  .setOffset(offset + at(call))
                  .setSharedOffset(Exchange.offset(half(call)))
                  .setSize(count);
          return Op.newBuilder().setWriteShared(write).build();
        },
        call -> {});
  }

  /** Fills an array with numbers of a tensor. */
  void read(long tensor, long offset, float[] target) {
    run(
        target.length,
        call -> {
          ReadShared.Builder read =
              ReadShared.newBuilder()
                  .setTensor(tensor)
                  .setOffset(offset + at(call))
                  .setSharedOffset(Exchange.offset(half(call)))
                  .setSize(count(call, target.length));
          return Op.newBuilder().setReadShared(read).build();
        },
        call -> exchange.take(half(call), target, at(call), count(call, target.length)));
  }

  private void run(int size, IntFunction<Op> begin, IntConsumer end) {
    if (doubtful) {
      // A session's calls are done in order: once this one is answered, all before it are over.
      endpoint.run(Batch.newBuilder().setRepeat(1).build(), 0);
    }
    doubtful = true;
    endpoint.run(new Transfer(count(size), begin, end), size * (double) Float.BYTES);
    doubtful = false;
  }

  private static int count(int size) {
    return (int) (((long) size + Exchange.HALF - 1) / Exchange.HALF);
  }

  private static int half(int call) {
    return call % Exchange.HALVES;
  }

  private static int at(int call) {
    return call * Exchange.HALF;
  }

  private static int count(int call, int size) {
    return Math.min(Exchange.HALF, size - at(call));
  }

  /** A call for each part that fits into a half. */
  private record Transfer(int calls, IntFunction<Op> operation, IntConsumer ended)
      implements CallChain {

    @Override
    public Batch begin(int call) {
      return Batch.newBuilder().setRepeat(1).addOps(operation.apply(call)).build();
    }

    @Override
    public void end(int call) {
      ended.accept(call);
    }
  }
}

package org.inferscope.compute.worker;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.ReadShared;
import org.inferscope.compute.worker.proto.WriteShared;

/**
 * Numbers that go to a worker and come from it through shared memory. One thread, the backend's.
 */
final class SharedTransfers {
  /** How many parts to make of a transfer, so that both sides have something to do. */
  private static final int PARTS = 4;

  /** Numbers that are worth a call. */
  private static final int SMALLEST_PART = 1 << 18;

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
        part -> {
          exchange.fill(part.half(), source, source.position() + part.at(), part.count());
          WriteShared.Builder write =
              WriteShared.newBuilder()
                  .setTensor(tensor)
                  .setOffset(offset + part.at())
                  .setSharedOffset(Exchange.offset(part.half()))
                  .setSize(part.count());
          return Op.newBuilder().setWriteShared(write).build();
        },
        part -> {});
  }

  /** Fills an array with numbers of a tensor. */
  void read(long tensor, long offset, float[] target) {
    run(
        target.length,
        part -> {
          ReadShared.Builder read =
              ReadShared.newBuilder()
                  .setTensor(tensor)
                  .setOffset(offset + part.at())
                  .setSharedOffset(Exchange.offset(part.half()))
                  .setSize(part.count());
          return Op.newBuilder().setReadShared(read).build();
        },
        part -> exchange.take(part.half(), target, part.at(), part.count()));
  }

  private void run(int size, Function<Part, Op> begin, Consumer<Part> end) {
    if (doubtful) {
      // A session's calls are done in order: once this one is answered, all before it are over.
      endpoint.run(Batch.newBuilder().setRepeat(1).build(), 0);
    }
    doubtful = true;
    int most = Math.min(Exchange.HALF, Math.max(SMALLEST_PART, size / PARTS + 1));
    endpoint.run(new Transfer(size, most, begin, end), size * (double) Float.BYTES);
    doubtful = false;
  }

  /**
   * Numbers that fit into a half.
   *
   * @param at where they begin in the transfer
   */
  private record Part(int half, int at, int count) {}

  /** A call for each part. */
  private record Transfer(int size, int most, Function<Part, Op> operation, Consumer<Part> ended)
      implements CallChain {

    @Override
    public int calls() {
      return (int) (((long) size + most - 1) / most);
    }

    private Part part(int call) {
      return new Part(call % Exchange.HALVES, call * most, Math.min(most, size - call * most));
    }

    @Override
    public Batch begin(int call) {
      return Batch.newBuilder().setRepeat(1).addOps(operation.apply(part(call))).build();
    }

    @Override
    public void end(int call) {
      ended.accept(part(call));
    }
  }
}

package org.inferscope.compute.worker.server;

import io.grpc.Status;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a batch, one after the other. Gives way to others after a while; what the time
 * is taken of is its own work alone.
 */
final class BatchRun implements DeviceCall<Results> {
  private static final long SLICE_NANOS = 20_000_000;

  private final Batch batch;
  private final Holdings holdings;
  private final @Nullable SharedMemory shared;
  private final Answers answers;
  private final int repeat;
  private int time;
  private int next;
  private long nanos;

  BatchRun(Batch batch, Session session) {
    this.batch = batch;
    holdings = session.holdings;
    shared = session.shared();
    answers = new Answers(session.messageBytes());
    repeat = batch.getRepeat();
  }

  @Override
  public boolean step(Turn<Results> turn) {
    Args.positive(repeat, "repeat");
    long start = System.nanoTime();
    Operations operations = new Operations(turn.backend(), holdings, shared);
    boolean more = !isDone();
    while (more) {
      turn.checkCancelled();
      run(operations);
      more = !isDone() && System.nanoTime() - start < SLICE_NANOS;
    }
    turn.backend().synchronize();
    nanos += System.nanoTime() - start;
    if (!isDone()) {
      return true;
    }
    turn.send(answers.finish(nanos));
    return false;
  }

  private boolean isDone() {
    return time == repeat || batch.getOpsCount() == 0;
  }

  private void run(Operations operations) {
    Op op = batch.getOps(next);
    try {
      operations.run(op, answers, time == repeat - 1);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw misfit(op, e);
    }
    next++;
    if (next == batch.getOpsCount()) {
      next = 0;
      time++;
    }
  }

  private RuntimeException misfit(Op op, RuntimeException e) {
    return Status.INVALID_ARGUMENT
        .withDescription(
            Texts.get(
                "server.misfit",
                Integer.toString(next + 1),
                Integer.toString(batch.getOpsCount()),
                op.getKindCase().name(),
                String.valueOf(e.getMessage())))
        .withCause(e)
        .asRuntimeException();
  }
}

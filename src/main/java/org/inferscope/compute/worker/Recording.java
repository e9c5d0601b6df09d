package org.inferscope.compute.worker;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Results;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operations that wait to be sent together. One thread, the backend's.
 *
 * <p>A batch that fails, or is cancelled, has been done up to some operation that is not known.
 * What it was to free is then freed one by one, and what it was to make is doubted: it is refused
 * from then on, and freed by a call of its own when it is closed.
 */
final class Recording {
  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final int MOST_OPERATIONS = 1000;
  private static final int MOST_BYTES = 2 << 20;

  /** What an operation takes in a message, at most, but for the numbers it carries. */
  private static final int BYTES_OF_AN_OPERATION = 160;

  /** Memory that should not wait for the next operation to be freed. */
  private static final long MUCH = 16 << 20;

  private final Endpoint endpoint;
  private final int mostBytes;
  private final List<Runnable> doubts = new ArrayList<>();
  private Batch.Builder batch = Batch.newBuilder();
  private double work;
  private long bytes;
  private long freedBytes;
  private int calls;
  private boolean onlyFrees = true;
  private volatile boolean closed;

  Recording(Endpoint endpoint) {
    this.endpoint = endpoint;
    mostBytes = Math.min(MOST_BYTES, endpoint.messageBytes() / 2);
  }

  /**
   * Refuses what comes after the end.
   *
   * @throws DeviceLostException if the worker is lost
   * @throws IllegalStateException if the backend is closed
   */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the backend is closed");
    }
    endpoint
        .loss()
        .ifPresent(
            loss -> {
              throw loss;
            });
  }

  /**
   * Adds an operation, and sends all if they are many.
   *
   * @param flops how much it computes
   */
  void add(Op op, double flops) {
    makeRoom(0);
    append(op, flops, 0);
  }

  /** Adds an operation that carries numbers. */
  void addNumbers(Op op, long itsBytes) {
    makeRoom(itsBytes);
    append(op, 0, itsBytes);
  }

  /** Adds an operation that makes something, which is doubted if the batch fails. */
  void addMaking(Op op, double flops, Runnable doubt) {
    makeRoom(0);
    doubts.add(doubt);
    append(op, flops, 0);
  }

  private void makeRoom(long itsBytes) {
    requireOpen();
    if (bytes + itsBytes + BYTES_OF_AN_OPERATION > mostBytes
        || batch.getOpsCount() >= MOST_OPERATIONS) {
      flush();
    }
  }

  private void append(Op op, double flops, long itsBytes) {
    batch.addOps(op);
    onlyFrees = false;
    work += flops;
    bytes += itsBytes + BYTES_OF_AN_OPERATION;
  }

  /** How many bytes of numbers fit into one operation. */
  int numberBytes() {
    return mostBytes - 2 * BYTES_OF_AN_OPERATION;
  }

  /**
   * Adds the freeing of something, which never fails: where the worker is lost, or the backend
   * closed, it is gone already.
   *
   * @param doubtful whether it may not be there
   */
  void free(Op op, long itsBytes, boolean doubtful) {
    if (closed || endpoint.loss().isPresent()) {
      return;
    }
    if (doubtful) {
      freeAlone(op);
      return;
    }
    batch.addOps(op);
    bytes += BYTES_OF_AN_OPERATION;
    freedBytes += itsBytes;
    if (onlyFrees && (freedBytes > MUCH || batch.getOpsCount() >= MOST_OPERATIONS)) {
      try {
        flush();
      } catch (RuntimeException e) {
        LOG.debug("Memory of the worker was not freed", e);
      }
    }
  }

  /** Sends what waits, if anything does, and waits until it is done. */
  void flush() {
    if (batch.getOpsCount() > 0) {
      send(1, Endpoint.NOTHING);
    }
  }

  /** Sends what waits and this, and returns the answer. */
  Results flushWith(Op last, double flops, int answerBytes) {
    requireOpen();
    batch.addOps(last);
    work += flops + answerBytes;
    return send(1, Endpoint.NOTHING);
  }

  /** Sends what waits, to be done many times. */
  Results repeat(int times, Runnable checkpoint) {
    requireOpen();
    return send(times, checkpoint);
  }

  /** How many operations wait. */
  int waiting() {
    return batch.getOpsCount();
  }

  /** How many calls have been made. */
  int calls() {
    return calls;
  }

  private Results send(int times, Runnable checkpoint) {
    Batch sent = batch.setRepeat(times).build();
    double itsWork = work;
    List<Runnable> itsDoubts = List.copyOf(doubts);
    reset();
    calls++;
    boolean done = false;
    try {
      Results results = endpoint.run(sent, itsWork, checkpoint);
      done = true;
      return results;
    } finally {
      if (!done) {
        failed(sent, itsDoubts);
      }
    }
  }

  private void reset() {
    batch = Batch.newBuilder();
    doubts.clear();
    work = 0;
    bytes = 0;
    freedBytes = 0;
    onlyFrees = true;
  }

  private void failed(Batch sent, List<Runnable> itsDoubts) {
    itsDoubts.forEach(Runnable::run);
    if (endpoint.loss().isEmpty()) {
      sent.getOpsList().stream()
          .filter(op -> op.hasFree() || op.hasFreeWeights())
          .forEach(this::freeAlone);
    }
  }

  /** Frees what may not be there. */
  void freeAlone(Op op) {
    try {
      endpoint.run(Batch.newBuilder().addOps(op).setRepeat(1).build(), 0);
    } catch (IllegalStateException | InferscopeException e) {
      LOG.debug("Nothing to free", e);
    }
  }

  /** Ends it; what waits is dropped, since all goes with the session. Any thread. */
  void close() {
    closed = true;
  }
}

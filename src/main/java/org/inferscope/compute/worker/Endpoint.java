package org.inferscope.compute.worker;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Results;

/**
 * What a {@link RemoteBackend} asks of a worker. Calls wait for their answer and come from one
 * thread; what is said to be for any thread is.
 *
 * <p>Calls throw {@link DeviceLostException} once the worker is of no use, {@link
 * java.util.concurrent.CancellationException} when cancelled, {@link OutOfMemoryError} where the
 * worker lacks memory, {@link org.inferscope.compute.InferscopeException} for what it refuses, and
 * {@link IllegalStateException} for what nobody expected.
 */
interface Endpoint extends AutoCloseable {

  /**
   * Does a batch.
   *
   * @param work how much is to be computed, in floating-point operations, for the time limit
   * @param checkpoint called now and then while it waits; throws to give up
   */
  Results run(Batch batch, double work, Runnable checkpoint);

  /** Does a batch without looking up. */
  default Results run(Batch batch, double work) {
    return run(batch, work, NOTHING);
  }

  /** The checkpoint of a call that nobody watches. */
  Runnable NOTHING = () -> {};

  /**
   * Does calls that follow each other.
   *
   * @param bytes how much they carry together, for the time limit
   */
  void run(CallChain chain, double bytes);

  /** Makes a tensor of a buffer's remaining numbers. */
  void upload(long tensor, FloatBuffer source);

  /** Fills an array with numbers of a tensor. */
  void download(long tensor, long offset, float[] target);

  /** The most bytes of one message. Any thread. */
  int messageBytes();

  /** What the worker has told last. Any thread. */
  DeviceUsage usage();

  /** Ends the call under way. Any thread. */
  void cancelCurrent();

  /** Why it is of no use any more; empty if it is. Any thread, at once. */
  Optional<DeviceLostException> loss();

  /** Asks to be told of a loss, or at once. Any thread. */
  void whenLost(Consumer<DeviceLostException> told);

  /** Ends the session and all it holds. Any thread; again does nothing. */
  @Override
  void close();
}

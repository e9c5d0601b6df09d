package org.inferscope.compute.worker;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.compute.worker.proto.Welcome;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a worker: the calls of the contract as plain methods, each with a time limit. The
 * end of the worker, or of the way to it, is told as one sentence, once, whoever notices first;
 * from then on every call fails with it.
 */
public final class WorkerConnection implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerConnection.class);

  private static final Metadata.Key<String> SESSION =
      Metadata.Key.of("inferscope-session", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private static final Metadata.Key<String> LOST =
      Metadata.Key.of("inferscope-lost", Metadata.ASCII_STRING_MARSHALLER);

  /** How often to look whether a caller gives up. */
  private static final long LOOK_MILLIS = 20;

  /** What is slower than this, in floating-point operations a second, does not compute but hang. */
  private static final double SLOWEST = 3e8;

  /** The same for numbers on their way, in bytes a second. */
  private static final double SLOWEST_WAY = 1e6;

  /** A message is small enough to go through the caches, and no larger than others may be. */
  private static final int PART_BYTES = 256 << 10;

  private final Line line;
  private final Peer peer;
  private final Loss loss = new Loss();
  private final Attachment attachment = new Attachment(this::broken);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Runnable> current = new AtomicReference<>();
  private final Channel channel;
  private final Welcome welcome;

  private WorkerConnection(Line line, Peer peer, String secret, Hello hello) {
    this.line = line;
    this.peer = peer;
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + secret);
    ComputeGrpc.newStub(with(headers)).attach(hello, attachment);
    welcome = awaitWelcome();
    headers.put(SESSION, welcome.getSession());
    channel = with(headers);
  }

  private Channel with(Metadata headers) {
    return ClientInterceptors.intercept(
        line.channel(), MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /**
   * Begins a session. The line is this connection's from now on, also if that fails.
   *
   * @param secret what the worker asks for
   * @param version of this program
   * @param client what to call this program over there
   * @throws InferscopeException with the reason in words if that fails
   */
  static WorkerConnection open(Line line, Peer peer, String secret, String version, String client) {
    Hello hello =
        Hello.newBuilder()
            .setProtocol(Announcement.PROTOCOL)
            .setVersion(version)
            .setName(client)
            .build();
    boolean opened = false;
    try {
      WorkerConnection connection = new WorkerConnection(line, peer, secret, hello);
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        line.close();
        peer.lose();
      }
    }
  }

  private Welcome awaitWelcome() {
    try {
      return welcomeWithin(peer.attaching());
    } catch (TimeoutException e) {
      if (!line.isReached()) {
        throw peer.unattached(Status.DEADLINE_EXCEEDED.withCause(e));
      }
    }
    // It is there, and its device is not yet. One that hangs is noticed by the line's pings.
    try {
      return welcomeWithin(peer.loading());
    } catch (TimeoutException e) {
      throw peer.unready(Status.DEADLINE_EXCEEDED.withCause(e));
    }
  }

  private Welcome welcomeWithin(Duration limit) throws TimeoutException {
    try {
      return attachment.welcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unattached(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private InferscopeException unattached(Throwable error) {
    Status status = Status.fromThrowable(error);
    String said = Objects.requireNonNullElse(status.getDescription(), "");
    return isTold(error) && !said.isEmpty()
        ? new InferscopeException(said, error)
        : peer.unattached(status);
  }

  /** What the worker said first: its device, its limits. Any thread. */
  Welcome welcome() {
    return welcome;
  }

  /**
   * The way to the worker's other services; calls on it belong to this session. Callbacks come on
   * the line's thread, and must not wait. Any thread.
   */
  public Channel channel() {
    return channel;
  }

  /**
   * How long a call on {@link #channel} may be silent before its worker counts as lost. Any thread.
   *
   * @param work floating-point operations that it may compute from one answer to the next
   */
  public Duration silence(double work) {
    return limit(work / SLOWEST);
  }

  /**
   * How often the worker has said that it serves others meanwhile. A call that is silent while this
   * grows waits for its turn. Any thread.
   */
  public long othersServed() {
    return attachment.othersServed();
  }

  /**
   * What to throw where a call on {@link #channel} failed, which also tells of a loss. Any thread
   * but the line's.
   *
   * @param limit how long it was waited for, if it failed with that
   */
  public RuntimeException failure(Throwable error, Duration limit) {
    Status status = Status.fromThrowable(error);
    String said = Objects.requireNonNullElse(status.getDescription(), "");
    return switch (status.getCode()) {
      case UNAVAILABLE -> lost(isTold(error) ? said : peer.whyGone(), error);
      case CANCELLED, UNAUTHENTICATED -> lost(Texts.get("worker.lost.session", peer.name()), error);
      case DEADLINE_EXCEEDED -> {
        String time = Numbers.duration(limit.toMillis() / 1e3);
        yield lost(Texts.get("worker.lost.silent", peer.name(), time), error);
      }
      case RESOURCE_EXHAUSTED, FAILED_PRECONDITION, OUT_OF_RANGE, ABORTED ->
          // A sentence already.
          new InferscopeException(said, error);
      case UNIMPLEMENTED -> new InferscopeException(Texts.get("worker.older", peer.name()), error);
      default -> isOfTheWay(status) ? lost(peer.whyGone(), error) : unexpected(error);
    };
  }

  @Override
  public int messageBytes() {
    return welcome.getLimits().getMessageBytes();
  }

  @Override
  public DeviceUsage usage() {
    return attachment.usage();
  }

  @Override
  public Optional<DeviceLostException> loss() {
    return loss.again();
  }

  @Override
  public void whenLost(Consumer<DeviceLostException> told) {
    loss.whenLost(told);
  }

  @Override
  public Results run(Batch batch, double work, Runnable checkpoint) {
    requireUsable();
    Duration limit = limit(work * Math.max(1, batch.getRepeat()) / SLOWEST);
    ListenableFuture<Results> answer =
        ComputeGrpc.newFutureStub(channel)
            .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
            .run(batch);
    current.set(() -> answer.cancel(true));
    try {
      return checkpoint == NOTHING ? answer.get() : await(answer, checkpoint);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      current.set(null);
      answer.cancel(true);
    }
  }

  @Override
  public void run(CallChain chain, double bytes) {
    requireUsable();
    Duration limit = limit(bytes / SLOWEST_WAY);
    Flight flight =
        new Flight(
            chain,
            batch ->
                ComputeGrpc.newFutureStub(channel)
                    .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .run(batch));
    current.set(flight::cancel);
    try {
      flight.run();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      current.set(null);
    }
  }

  private static Results await(ListenableFuture<Results> answer, Runnable checkpoint)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        checkpoint.run();
      }
    }
  }

  @Override
  public void upload(long tensor, FloatBuffer source) {
    requireUsable();
    Duration limit = limit(source.remaining() * (double) Float.BYTES / SLOWEST_WAY);
    Upload upload = new Upload();
    timed(limit).upload(upload);
    current.set(upload::cancel);
    boolean done = false;
    try {
      upload.send(tensor, source, Math.min(PART_BYTES, messageBytes() / 2) / Float.BYTES);
      upload.await();
      done = true;
    } catch (CompletionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), limit);
    } finally {
      current.set(null);
      if (!done) {
        // Else the worker waits for the rest of numbers that cannot be read here.
        upload.cancel();
      }
    }
  }

  @Override
  public void download(long tensor, long offset, float[] target) {
    requireUsable();
    Duration limit = limit(target.length * (double) Float.BYTES / SLOWEST_WAY);
    Download download = new Download(target);
    Read read =
        Read.newBuilder().setTensor(tensor).setOffset(offset).setSize(target.length).build();
    timed(limit).download(read, download);
    current.set(download::cancel);
    try {
      download.await();
    } catch (CompletionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), limit);
    } finally {
      current.set(null);
    }
  }

  private ComputeGrpc.ComputeStub timed(Duration limit) {
    return ComputeGrpc.newStub(channel).withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Duration limit(double seconds) {
    return peer.patience().plusMillis((long) (1e3 * seconds));
  }

  private void requireUsable() {
    loss.again()
        .ifPresent(
            lost -> {
              throw lost;
            });
    if (closed.get()) {
      throw new IllegalStateException("the connection to " + peer.name() + " is closed");
    }
  }

  @Override
  public void cancelCurrent() {
    Runnable cancel = current.get();
    if (cancel != null) {
      cancel.run();
    }
  }

  /** Whether the worker itself says that its device is gone, and not gRPC that the way to it is. */
  private static boolean isTold(Throwable error) {
    Metadata trailers = Status.trailersFromThrowable(error);
    return trailers != null && trailers.containsKey(LOST);
  }

  /** Whether it was the connection that failed, such as while something was written to it. */
  private static boolean isOfTheWay(Status status) {
    Throwable cause = status.getCause();
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** What nobody expected: a programmer's error here, or one over there. */
  private static RuntimeException unexpected(Throwable error) {
    Status status = Status.fromThrowable(error);
    return new IllegalStateException(status.getCode() + ": " + status.getDescription(), error);
  }

  /** The session's call has ended; on the line's thread, which must not wait to find out why. */
  private void broken(Throwable error) {
    if (!closed.get()) {
      Daemons.thread("inferscope-worker-lost", () -> findOut(error)).start();
    }
  }

  private void findOut(Throwable error) {
    if (!(failure(error, peer.patience()) instanceof DeviceLostException)) {
      lost(Texts.get("worker.lost.session", peer.name()), error);
    }
  }

  private DeviceLostException lost(String sentence, Throwable cause) {
    DeviceLostException told = loss.tell(sentence, cause);
    if (!closed.getAndSet(true)) {
      LOG.warn("{}", told.sentence(), cause);
      line.close();
      peer.lose();
    }
    return told;
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      attachment.cancel();
      line.close();
      peer.close();
    }
  }
}

package org.inferscope.remote;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.worker.WorkerConnection;
import org.inferscope.compute.worker.proto.BenchmarkEvent;
import org.inferscope.compute.worker.proto.BenchmarkRequest;
import org.inferscope.compute.worker.proto.LoadEvent;
import org.inferscope.compute.worker.proto.LoadRequest;
import org.inferscope.compute.worker.proto.LoadedModel;
import org.inferscope.compute.worker.proto.ModelsGrpc;
import org.inferscope.compute.worker.proto.ModelsGrpc.ModelsStub;
import org.inferscope.compute.worker.proto.UnloadRequest;
import org.inferscope.compute.worker.proto.Unloaded;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has models run by a worker or a server. */
public final class RemoteModelHost implements ModelHost {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteModelHost.class);

  /** Nobody is to wait for what is only tidied up. */
  private static final Duration UNLOADING = Duration.ofSeconds(10);

  private final Device device;
  private final WorkerConnection connection;
  private final ModelsStub stub;
  private final LongSupplier nanoClock;

  /**
   * A host at the other end of a connection, which is closed with it.
   *
   * @param device what it computes on, as shown on screen
   */
  public RemoteModelHost(Device device, WorkerConnection connection) {
    this(device, connection, System::nanoTime);
  }

  /** The same with another clock for silences. */
  RemoteModelHost(Device device, WorkerConnection connection, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.device = device;
    this.connection = connection;
    stub = ModelsGrpc.newStub(connection.channel());
  }

  @Override
  public Device device() {
    return device;
  }

  ModelsStub stub() {
    return stub;
  }

  @Override
  public HostedModel load(String model, DType format, Watch watch) {
    LoadRequest request =
        LoadRequest.newBuilder().setPath(model).setFormat(Translation.of(format)).build();
    LoadedModel[] loaded = new LoadedModel[1];
    this.<LoadRequest, LoadEvent>follow(
        request,
        stub::load,
        event -> {
          if (event.hasProgress()) {
            watch.progressed(Translation.of(event.getProgress()));
          } else if (event.hasModel()) {
            loaded[0] = event.getModel();
          }
        },
        connection.silence(0),
        watch::checkpoint);
    if (loaded[0] == null) {
      throw incomplete();
    }
    return new RemoteModel(this, loaded[0]);
  }

  @Override
  public void benchmark(
      List<MatmulSize> sizes, int repetitions, Consumer<MatmulResult> heard, Watch watch) {
    BenchmarkRequest request =
        BenchmarkRequest.newBuilder()
            .addAllSizes(sizes.stream().map(Translation::of).toList())
            .setRepetitions(repetitions)
            .build();
    this.<BenchmarkRequest, BenchmarkEvent>follow(
        request,
        stub::benchmark,
        event -> {
          if (event.hasProgress()) {
            watch.progressed(Translation.of(event.getProgress()));
          } else if (event.hasPoint()) {
            heard.accept(Translation.of(event.getPoint()));
          }
        },
        connection.silence(0),
        watch::checkpoint);
  }

  /**
   * How long a pass may be silent: a server says something between its parts.
   *
   * @param work floating-point operations of the largest part
   */
  Duration silence(double work) {
    return connection.silence(work);
  }

  /**
   * Makes a call and hands on what it answers until it ends.
   *
   * @param silence how long nothing may come, time in which others are served not counted; then the
   *     server counts as lost
   * @throws InferscopeException with the reason in words if it fails
   */
  <Q, A> void follow(
      Q request,
      BiConsumer<Q, StreamObserver<A>> call,
      Consumer<A> heard,
      Duration silence,
      Runnable checkpoint) {
    try {
      Answers<Q, A> answers = new Answers<>(connection::othersServed, nanoClock);
      hear(request, call, answers, heard, silence, checkpoint);
    } catch (Answers.CallFailed e) {
      throw told(e.reason(), silence);
    }
  }

  /**
   * Lets go of a model, if the server does so soon; it does when the connection ends, too.
   *
   * @throws InferscopeException with the reason in words if it fails
   */
  void unload(long model) {
    UnloadRequest request = UnloadRequest.newBuilder().setModel(model).build();
    Duration silence = shorter(connection.silence(0), UNLOADING);
    try {
      // Not even while others are served.
      Answers<UnloadRequest, Unloaded> answers = new Answers<>(() -> 0, nanoClock);
      hear(request, stub::unload, answers, unloaded -> {}, silence, () -> {});
    } catch (Answers.CallFailed e) {
      if (Status.fromThrowable(e.reason()).getCode() == Status.Code.DEADLINE_EXCEEDED) {
        LOG.info("The server has not let go of a model in {}", silence);
      } else {
        throw told(e.reason(), silence);
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static <Q, A> void hear(
      Q request,
      BiConsumer<Q, StreamObserver<A>> call,
      Answers<Q, A> answers,
      Consumer<A> heard,
      Duration silence,
      Runnable checkpoint)
      throws Answers.CallFailed {
    call.accept(request, answers);
    boolean ended = false;
    try {
      for (Optional<A> answer = answers.next(silence, checkpoint);
          answer.isPresent();
          answer = answers.next(silence, checkpoint)) {
        checkpoint.run();
        heard.accept(answer.get());
      }
      ended = true;
    } finally {
      if (!ended) {
        answers.cancel();
      }
    }
  }

  /** A refusal in the server's own words; a loss or the end of a call as the connection has it. */
  private RuntimeException told(Throwable reason, Duration silence) {
    RuntimeException failure = connection.failure(reason, silence);
    String words = Objects.requireNonNullElse(Status.fromThrowable(reason).getDescription(), "");
    boolean refused =
        failure instanceof IllegalStateException || failure instanceof IllegalArgumentException;
    // CancellationException is an IllegalStateException, too.
    return refused && !(failure instanceof CancellationException) && !words.isEmpty()
        ? new InferscopeException(words, failure)
        : failure;
  }

  /** What to throw where a server ends an answer before it is whole. */
  static InferscopeException incomplete() {
    return new InferscopeException(Texts.get("remote.incomplete"));
  }

  @Override
  public void close() {
    connection.close();
  }
}

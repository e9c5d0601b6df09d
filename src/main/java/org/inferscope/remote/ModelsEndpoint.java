package org.inferscope.remote;

import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.worker.proto.BenchmarkEvent;
import org.inferscope.compute.worker.proto.BenchmarkRequest;
import org.inferscope.compute.worker.proto.GenerateEvent;
import org.inferscope.compute.worker.proto.GenerateRequest;
import org.inferscope.compute.worker.proto.LoadEvent;
import org.inferscope.compute.worker.proto.LoadRequest;
import org.inferscope.compute.worker.proto.ModelsGrpc.ModelsImplBase;
import org.inferscope.compute.worker.proto.TraceEvent;
import org.inferscope.compute.worker.proto.TraceRequest;
import org.inferscope.compute.worker.proto.UnloadRequest;
import org.inferscope.compute.worker.proto.Unloaded;
import org.inferscope.compute.worker.server.Reservation;
import org.inferscope.compute.worker.server.Session;
import org.inferscope.compute.worker.server.Turn;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/**
 * Answers the contract's Models service beside a {@link
 * org.inferscope.compute.worker.server.WorkerServer}. Models belong to the session that loaded
 * them.
 */
public final class ModelsEndpoint extends ModelsImplBase {
  private static final int MOST_SIZES = 1000;
  private static final int MOST_REPETITIONS = 1000;

  private final Function<String, OpenModel> models;

  /**
   * The service.
   *
   * @param models opens a model by what a client calls it, and refuses what clients must not open;
   *     called on the device thread
   */
  public ModelsEndpoint(Function<String, OpenModel> models) {
    this.models = models;
  }

  @Override
  public void load(LoadRequest request, StreamObserver<LoadEvent> out) {
    Session session = Session.current();
    String name = request.getPath().isEmpty() ? EmbeddedModel.ID : request.getPath();
    session.call(
        Texts.get("remote.loading", name),
        out,
        turn -> {
          load(session, name, request, turn);
          return false;
        });
  }

  private void load(Session session, String name, LoadRequest request, Turn<LoadEvent> turn) {
    DType format = Translation.of(request.getFormat());
    Watch watch =
        watch(
            turn,
            progress -> LoadEvent.newBuilder().setProgress(Translation.of(progress)).build(),
            LoadEvent.getDefaultInstance());
    long handle;
    LocalModel model;
    try (Reservation memory = session.reservation()) {
      model = host(turn).open(name, format, config -> memory.grow(bytes(config, format)), watch);
      handle = session.own(model, memory);
    }
    turn.send(LoadEvent.newBuilder().setModel(Translation.of(handle, model)).build());
  }

  /** What a model takes at most: its numbers, and beside them those of another format. */
  private static long bytes(Gpt2Config config, DType format) {
    long numbers = config.parameterCount();
    return DType.FP32.bytes(numbers) + (format == DType.FP32 ? 0 : format.bytes(numbers));
  }

  @Override
  public void unload(UnloadRequest request, StreamObserver<Unloaded> out) {
    Session session = Session.current();
    session.call(
        Texts.get("remote.unloading"),
        out,
        turn -> {
          session.owned(request.getModel(), LocalModel.class);
          session.disown(request.getModel());
          turn.send(Unloaded.getDefaultInstance());
          return false;
        });
  }

  @Override
  public void trace(TraceRequest request, StreamObserver<TraceEvent> out) {
    Session session = Session.current();
    session.call(Texts.get("remote.tracing"), out, new TraceCall(session, request));
  }

  @Override
  public void generate(GenerateRequest request, StreamObserver<GenerateEvent> out) {
    Session session = Session.current();
    session.call(Texts.get("remote.writing"), out, new GenerateCall(session, request));
  }

  @Override
  public void benchmark(BenchmarkRequest request, StreamObserver<BenchmarkEvent> out) {
    int sizes = request.getSizesCount();
    int[] next = {0};
    Session session = Session.current();
    session.call(
        Texts.get("remote.measuringAll"),
        out,
        turn -> {
          Args.inRange(request.getRepetitions(), 1, MOST_REPETITIONS, "repetitions");
          Args.inRange(sizes, 0, MOST_SIZES, "sizes");
          if (next[0] < sizes) {
            measure(session, request, next[0]++, turn);
          }
          return next[0] < sizes;
        });
  }

  private void measure(
      Session session, BenchmarkRequest request, int index, Turn<BenchmarkEvent> turn) {
    Watch watch =
        watch(
            turn,
            progress -> BenchmarkEvent.newBuilder().setProgress(Translation.of(progress)).build(),
            BenchmarkEvent.getDefaultInstance());
    watch.progressed(
        new Progress((double) index / request.getSizesCount(), Texts.get("remote.measuringAll")));
    MatmulSize size = Translation.of(request.getSizes(index));
    MatmulResult result;
    try (Reservation memory = session.reservation()) {
      memory.grow((long) size.bytes());
      result = host(turn).measure(size, request.getRepetitions(), watch);
    }
    turn.send(BenchmarkEvent.newBuilder().setPoint(Translation.of(result)).build());
  }

  /** On the server's backend, which is not closed. */
  private LocalModelHost host(Turn<?> turn) {
    return new LocalModelHost(turn.backend(), models);
  }

  /**
   * A watch that tells the client, and gives up when that has gone.
   *
   * @param nothing what to send where there is nothing to tell for long
   */
  static <T> Watch watch(Turn<T> turn, Function<Progress, T> message, T nothing) {
    Heartbeat<T> heartbeat = new Heartbeat<>(turn, nothing);
    return new Watch() {
      @Override
      public void progressed(Progress progress) {
        turn.send(message.apply(progress));
      }

      @Override
      public void checkpoint() {
        heartbeat.run();
      }
    };
  }
}

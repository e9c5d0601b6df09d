package org.inferscope.remote;

import io.grpc.Context;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.inferscope.compute.worker.proto.BenchmarkEvent;
import org.inferscope.compute.worker.proto.BenchmarkRequest;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.GenerateEvent;
import org.inferscope.compute.worker.proto.GenerateRequest;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.LoadEvent;
import org.inferscope.compute.worker.proto.LoadRequest;
import org.inferscope.compute.worker.proto.LoadedModel;
import org.inferscope.compute.worker.proto.ModelsGrpc;
import org.inferscope.compute.worker.proto.TraceEvent;
import org.inferscope.compute.worker.proto.TraceRequest;
import org.inferscope.compute.worker.proto.UnloadRequest;
import org.inferscope.compute.worker.proto.Unloaded;
import org.inferscope.compute.worker.proto.Welcome;
import org.inferscope.support.GrpcServers;

/** Takes every call about models, and answers none unless a test says so. */
final class SilentServer extends ModelsGrpc.ModelsImplBase implements AutoCloseable {
  static final LoadEvent LOADED =
      LoadEvent.newBuilder()
          .setModel(
              LoadedModel.newBuilder()
                  .setModel(1)
                  .setName("tiny")
                  .setLayers(1)
                  .setHeads(1)
                  .setWidth(4)
                  .setContext(8)
                  .setVocabulary(10)
                  .setInner(16)
                  .setEpsilon(1e-5f))
          .build();

  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile Consumer<StreamObserver<LoadEvent>> loading = out -> take();
  volatile Consumer<StreamObserver<BenchmarkEvent>> measuring = out -> take();
  private final Attaching attaching = new Attaching();
  private final Server server;

  SilentServer() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .addService(attaching)
            .build()
            .start();
  }

  int port() {
    return server.getPort();
  }

  /** Tells the client that others are served. */
  void serveOthers() {
    attaching.out.onNext(Event.getDefaultInstance());
  }

  /** Answers a load with the model at once. */
  static void load(StreamObserver<LoadEvent> out) {
    out.onNext(LOADED);
    out.onCompleted();
  }

  /** Notes when the call that came is given up. */
  private void take() {
    Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
  }

  @Override
  public void load(LoadRequest request, StreamObserver<LoadEvent> out) {
    loading.accept(out);
  }

  @Override
  public void unload(UnloadRequest request, StreamObserver<Unloaded> out) {
    take();
  }

  @Override
  public void trace(TraceRequest request, StreamObserver<TraceEvent> out) {
    take();
  }

  @Override
  public void generate(GenerateRequest request, StreamObserver<GenerateEvent> out) {
    take();
  }

  @Override
  public void benchmark(BenchmarkRequest request, StreamObserver<BenchmarkEvent> out) {
    measuring.accept(out);
  }

  @Override
  public void close() {
    GrpcServers.end(server);
  }

  /** Begins sessions. */
  private static final class Attaching extends ComputeGrpc.ComputeImplBase {
    private volatile StreamObserver<Event> out;

    @Override
    public void attach(Hello hello, StreamObserver<Event> events) {
      out = events;
      Welcome.Builder welcome =
          Welcome.newBuilder().setProtocol(hello.getProtocol()).setSession("s1");
      events.onNext(Event.newBuilder().setWelcome(welcome).build());
    }
  }
}

package org.inferscope.compute.worker;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Device;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Limits;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.inferscope.compute.worker.proto.Usage;
import org.inferscope.compute.worker.proto.Welcome;
import org.inferscope.support.GrpcServers;
import org.jspecify.annotations.Nullable;

/** A server that speaks the contract and does with batches what a test wants. */
final class FakeServer extends ComputeGrpc.ComputeImplBase implements AutoCloseable {
  static final String TOKEN = "a token";

  private static final Context.Key<String> SECRET = Context.key("secret");

  final List<Batch> batches = new CopyOnWriteArrayList<>();
  final CountDownLatch called = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile @Nullable StreamObserver<Event> events;
  volatile Status attaching = Status.OK;

  /** What comes with a status that is not OK. */
  final Metadata trailers = new Metadata();

  /** When its device is there; who attaches before waits for it. */
  volatile CompletionStage<Void> ready = CompletableFuture.completedFuture(null);

  final CountDownLatch attached = new CountDownLatch(1);

  /** Done after the first part of an upload; the others come when it is done. */
  volatile Runnable uploading = () -> {};

  private final BiConsumer<Batch, StreamObserver<Results>> run;
  private final Server server;

  FakeServer(@Nullable SslContext tls, BiConsumer<Batch, StreamObserver<Results>> run)
      throws IOException {
    this.run = run;
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .intercept(new Secrets());
    if (tls != null) {
      builder.sslContext(tls);
    }
    server = builder.build().start();
  }

  /** One in plain text that answers with nothing. */
  static FakeServer plain() throws IOException {
    return new FakeServer(null, FakeServer::answer);
  }

  /** One that never answers a batch. */
  static FakeServer hanging() throws IOException {
    return new FakeServer(null, (batch, out) -> {});
  }

  static void answer(Batch batch, StreamObserver<Results> out) {
    out.onNext(Results.newBuilder().setNanos(7).build());
    out.onCompleted();
  }

  int port() {
    return server.getPort();
  }

  ServerAccess access(String fingerprint) {
    return new ServerAccess("127.0.0.1", port(), fingerprint, TOKEN);
  }

  @Override
  public void attach(Hello hello, StreamObserver<Event> out) {
    if (!("Bearer " + TOKEN).equals(SECRET.get())) {
      out.onError(Status.UNAUTHENTICATED.withDescription("no").asException());
      return;
    }
    if (!attaching.isOk()) {
      out.onError(attaching.asException(trailers));
      return;
    }
    attached.countDown();
    CompletionStage<Void> unused = ready.thenRun(() -> welcome(hello, out));
  }

  private void welcome(Hello hello, StreamObserver<Event> out) {
    Welcome.Builder welcome =
        Welcome.newBuilder()
            .setProtocol(hello.getProtocol())
            .setSession("s1")
            .setDevice(Device.newBuilder().setId("x").setName("A card").setBackend("Driver 1"))
            .setLimits(Limits.newBuilder().setMessageBytes(4 << 20));
    events = out;
    out.onNext(Event.newBuilder().setWelcome(welcome).build());
  }

  void tell(Usage usage) {
    events.onNext(Event.newBuilder().setUsage(usage).build());
  }

  @Override
  public void run(Batch batch, StreamObserver<Results> out) {
    batches.add(batch);
    Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
    called.countDown();
    run.accept(batch, out);
  }

  /** Takes what comes, and never answers. */
  @Override
  public StreamObserver<UploadPart> upload(StreamObserver<Uploaded> out) {
    ServerCallStreamObserver<Uploaded> call = (ServerCallStreamObserver<Uploaded>) out;
    call.disableAutoRequest();
    call.request(1);
    Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
    return new StreamObserver<>() {
      @Override
      public void onNext(UploadPart part) {
        if (part.getTensor() != 0) {
          uploading.run();
        }
        call.request(1);
      }

      @Override
      public void onError(Throwable error) {}

      @Override
      public void onCompleted() {}
    };
  }

  @Override
  public void close() {
    GrpcServers.end(server);
  }

  /** Remembers what a caller presents. */
  private static final class Secrets implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String secret =
          headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
      return Contexts.interceptCall(
          Context.current().withValue(SECRET, secret), call, headers, next);
    }
  }
}

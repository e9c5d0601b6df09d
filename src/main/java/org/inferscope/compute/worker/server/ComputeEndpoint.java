package org.inferscope.compute.worker.server;

import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.Backend;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.ComputeGrpc.ComputeImplBase;
import org.inferscope.compute.worker.proto.Device;
import org.inferscope.compute.worker.proto.DeviceList;
import org.inferscope.compute.worker.proto.DevicesRequest;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Limits;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.compute.worker.proto.Uploaded;
import org.inferscope.compute.worker.proto.Welcome;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Compute service of the contract. Called on gRPC's threads, and never waits. */
final class ComputeEndpoint extends ComputeImplBase {
  private static final Logger LOG = LoggerFactory.getLogger(ComputeEndpoint.class);
  private static final int LONGEST_NAME = 80;

  /** How much a download may be ahead of its reader. */
  private static final int AHEAD_BYTES = 4 << 20;

  private final PartMarshaller parts = new PartMarshaller();
  private final Sessions sessions;
  private final String version;
  private final Runnable sessionBegan;

  ComputeEndpoint(Sessions sessions, String version, Runnable sessionBegan) {
    this.sessions = sessions;
    this.version = version;
    this.sessionBegan = sessionBegan;
  }

  @Override
  public void attach(Hello hello, StreamObserver<Event> answer) {
    ServerCallStreamObserver<Event> events = (ServerCallStreamObserver<Event>) answer;
    Attachment attachment = new Attachment(hello, events);
    events.setOnCancelHandler(attachment::end);
    if (hello.getProtocol() != WorkerServer.PROTOCOL) {
      String sentence =
          Texts.get(
              "server.version",
              Integer.toString(WorkerServer.PROTOCOL),
              version,
              Integer.toString(hello.getProtocol()),
              hello.getVersion());
      events.onError(Status.FAILED_PRECONDITION.withDescription(sentence).asRuntimeException());
      return;
    }
    // The device may still be loading; a client that has a session can use it.
    CompletionStage<Backend> unused = sessions.device().loaded().whenComplete(attachment::begin);
  }

  @Override
  public void devices(DevicesRequest request, StreamObserver<DeviceList> answer) {
    answer.onNext(DeviceList.newBuilder().addDevices(device()).build());
    answer.onCompleted();
  }

  private Device device() {
    org.inferscope.compute.Device device = sessions.device().device();
    return Device.newBuilder()
        .setId(device.id())
        .setName(device.name())
        .setKind(device.kind().name())
        .setBackend(device.backend())
        .setMemory(device.memory())
        .build();
  }

  @Override
  public void run(Batch batch, StreamObserver<Results> answer) {
    Session session = Session.current();
    String title = batch.getTitle().isEmpty() ? Texts.get("server.operations") : batch.getTitle();
    session.call(title, answer, new BatchRun(batch, session));
  }

  /** The service, with uploads read in a way of its own. */
  ServerServiceDefinition service() {
    ServerServiceDefinition plain = bindService();
    MethodDescriptor<Part, Uploaded> upload =
        ComputeGrpc.getUploadMethod().toBuilder(
                parts, ComputeGrpc.getUploadMethod().getResponseMarshaller())
            .build();
    ServerServiceDefinition.Builder service =
        ServerServiceDefinition.builder(plain.getServiceDescriptor().getName())
            .addMethod(upload, ServerCalls.asyncClientStreamingCall(this::uploadParts));
    for (ServerMethodDefinition<?, ?> method : plain.getMethods()) {
      if (!method.getMethodDescriptor().getFullMethodName().equals(upload.getFullMethodName())) {
        service.addMethod(method);
      }
    }
    return service.build();
  }

  private StreamObserver<Part> uploadParts(StreamObserver<Uploaded> answer) {
    return UploadRun.begin(
        Session.current(),
        parts,
        Texts.get("server.upload"),
        (ServerCallStreamObserver<Uploaded>) answer);
  }

  @Override
  public void download(Read read, StreamObserver<Numbers> answer) {
    ((ServerCallStreamObserver<Numbers>) answer).setOnReadyThreshold(AHEAD_BYTES);
    Session session = Session.current();
    session.call(Texts.get("server.download"), answer, new DownloadRun(read, session));
  }

  /** One Attach: a session once the device is there, until the call is cancelled. */
  private final class Attachment {
    private final Hello hello;
    private final ServerCallStreamObserver<Event> events;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Session session;

    Attachment(Hello hello, ServerCallStreamObserver<Event> events) {
      this.hello = hello;
      this.events = events;
    }

    synchronized void begin(@Nullable Backend loaded, @Nullable Throwable failure) {
      if (over.get()) {
        return;
      }
      if (failure != null) {
        events.onError(Statuses.toSend(Statuses.ofLoading(failure)));
        return;
      }
      Session begun = sessions.begin(name(), events);
      session = begun;
      begun.welcome(Event.newBuilder().setWelcome(welcome(begun)).build());
      LOG.info("{} has come, version {}", begun.name(), hello.getVersion());
      sessionBegan.run();
    }

    /** What the client calls itself, in a length that fits into a line. */
    private String name() {
      String name = hello.getName().replaceAll("\\p{Cntrl}", " ").strip();
      return name.isEmpty()
          ? Texts.get("server.nameless")
          : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private Welcome welcome(Session begun) {
      org.inferscope.compute.worker.server.Limits limits = sessions.limits();
      SharedMemory shared = sessions.shared();
      return Welcome.newBuilder()
          .setSharedBytes(shared == null ? 0 : shared.bytes())
          .setProtocol(WorkerServer.PROTOCOL)
          .setVersion(version)
          .setSession(begun.id())
          .setDevice(device())
          .setLimits(
              Limits.newBuilder()
                  .setTensorBytes(limits.tensorBytes())
                  .setMessageBytes(limits.messageBytes())
                  .setCalls(limits.calls()))
          .build();
    }

    synchronized void end() {
      over.set(true);
      if (session != null) {
        sessions.end(session);
      }
    }
  }
}

package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Results;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
  private static final int MOST = 1;

  private final FairQueue queue = new FairQueue();
  private final Sessions sessions =
      new Sessions(
          queue,
          new DeviceThread(TestServer.loader(new ReferenceBackend()), queue),
          new Limits(1, 1, 1, MOST, 1),
          new ServerListener() {},
          null);
  private final Gatekeeper gatekeeper =
      new Gatekeeper("secret"::equals, sessions, Set.of(), Set.of());

  @Test
  void aCallThatComesTooLateHearsThatTheDeviceIsLostFromTheServerItself() {
    Session session = sessions.begin("test", new HeardEvents());
    assertThat(queue.enter(session.lane, MOST)).isPresent();
    session.dismiss(Status.UNAVAILABLE.withDescription("The card is gone."));
    Metadata headers = new Metadata();
    headers.put(Gatekeeper.AUTHORIZATION, "Bearer secret");
    headers.put(Gatekeeper.SESSION, session.id());
    Refused call = new Refused();
    gatekeeper.interceptCall(
        call,
        headers,
        (known, its) -> {
          throw new AssertionError("let in");
        });
    assertThat(call.statuses)
        .extracting(Status::getDescription)
        .containsExactly("The card is gone.");
    assertThat(call.trailers.get(0).keys()).containsExactly("inferscope-lost");
  }

  /** A call, and what it is closed with. */
  private static final class Refused extends ServerCall<Batch, Results> {
    private final List<Status> statuses = new ArrayList<>();
    private final List<Metadata> trailers = new ArrayList<>();

    @Override
    public void close(Status status, Metadata end) {
      statuses.add(status);
      trailers.add(end);
    }

    @Override
    public MethodDescriptor<Batch, Results> getMethodDescriptor() {
      return ComputeGrpc.getRunMethod();
    }

    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(Results message) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}

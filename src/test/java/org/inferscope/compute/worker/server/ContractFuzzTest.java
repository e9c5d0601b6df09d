package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.DevicesRequest;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.UploadPart;
import org.junit.jupiter.api.Test;

/**
 * Random and damaged messages of all calls for half a minute, or for as many seconds as the
 * property {@code inferscope.fuzz.seconds} says, from the seed {@code inferscope.fuzz.seed}.
 */
class ContractFuzzTest {
  private static final int SECONDS = Integer.getInteger("inferscope.fuzz.seconds", 30);
  private static final long SEED = Long.getLong("inferscope.fuzz.seed", 8);
  private static final int CALLS_OF_A_SESSION = 150;

  /** Longer for a call than it may take; what repeats without end is cut off by it. */
  private static final int DEADLINE_SECONDS = 1;

  /** Those of the contract, but for INTERNAL: nothing that is sent may be a surprise. */
  private static final Set<Code> TOLD =
      Set.of(
          Code.OK,
          Code.UNAUTHENTICATED,
          Code.FAILED_PRECONDITION,
          Code.NOT_FOUND,
          Code.INVALID_ARGUMENT,
          Code.RESOURCE_EXHAUSTED,
          Code.CANCELLED,
          Code.DEADLINE_EXCEEDED);

  private final RandomMessages random = new RandomMessages(SEED);
  private final Map<Code, Integer> seen = new EnumMap<>(Code.class);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger computed = new AtomicInteger();

  @Test
  void whateverIsSentIsAnsweredInASentenceAndAnotherClientIsComputedForAllTheWhile()
      throws Exception {
    Limits limits = new Limits(1 << 20, 1 << 22, 1 << 16, 8, 2);
    Gate gate = new Gate(limits, 32, Optional.empty(), new ServerMetrics());
    try (TestServer server =
        new TestServer(
            new ReferenceBackend(), builder -> builder.limits(limits).transport(gate::guard))) {
      CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> compute(server));
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
      while (System.nanoTime() < end && !beside.isDone()) {
        session(server, end);
      }
      over.set(true);
      beside.join();
      Waiting.until("all is freed", () -> server.server().usage().heldBytes() == 0);
      Waiting.until("nothing waits", () -> server.server().usage().waiting() == 0);
    } finally {
      gate.close();
    }
    assertThat(computed.get()).isPositive();
    assertThat(seen).containsKeys(Code.OK, Code.INVALID_ARGUMENT, Code.NOT_FOUND);
  }

  private void compute(TestServer server) {
    try (GoodClient good = new GoodClient(server)) {
      while (!over.get()) {
        good.computes();
        computed.incrementAndGet();
      }
    }
  }

  private void session(TestServer server, long end) throws Exception {
    try (TestClient client = server.attach("fuzzer")) {
      client.stub().run(random.beginning());
      for (int i = 0; i < CALLS_OF_A_SESSION && System.nanoTime() < end; i++) {
        if (random.below(20) == 0) {
          noise(server.server().port());
        } else {
          call(client);
        }
      }
    }
    // The other client, too, may hold something just now.
    Waiting.until(
        "the session has gone", () -> server.server().usage().clients() <= (over.get() ? 0 : 1));
  }

  private void call(TestClient client) throws Exception {
    MethodDescriptor<?, ?> method;
    List<byte[]> messages = new ArrayList<>();
    switch (random.below(8)) {
      case 0 -> {
        method = ComputeGrpc.getUploadMethod();
        for (int i = random.below(4); i > 0; i--) {
          messages.add(encoded(random.any(UploadPart.getDefaultInstance())));
        }
      }
      case 1 -> {
        method = ComputeGrpc.getDownloadMethod();
        messages.add(encoded(random.any(Read.getDefaultInstance())));
      }
      case 2 -> {
        method = ComputeGrpc.getDevicesMethod();
        messages.add(encoded(DevicesRequest.getDefaultInstance()));
      }
      case 3 -> {
        method = ComputeGrpc.getAttachMethod();
        // Never a right greeting, which would be answered for ever.
        messages.add(random.bytes(1 + random.below(30)));
      }
      default -> {
        method = ComputeGrpc.getRunMethod();
        messages.add(encoded(random.batch()));
      }
    }
    check(method, messages, RawCalls.send(client.channel(), method, DEADLINE_SECONDS, messages));
  }

  /** As it is, damaged, or nothing but noise. */
  private byte[] encoded(Message message) {
    return switch (random.below(10)) {
      case 0 -> random.mutated(message.toByteArray());
      case 1 -> random.bytes(random.below(200));
      case 2 -> random.below(20) == 0 ? random.bytes((1 << 16) + 1) : message.toByteArray();
      default -> message.toByteArray();
    };
  }

  private void check(MethodDescriptor<?, ?> method, List<byte[]> messages, Status end) {
    seen.merge(end.getCode(), 1, Integer::sum);
    String sent =
        method.getBareMethodName()
            + messages.stream()
                .map(bytes -> " " + java.util.HexFormat.of().formatHex(bytes))
                .reduce("", String::concat);
    assertThat(TOLD).as("%s for seed %d: %s", end, SEED, sent).contains(end.getCode());
    if (!end.isOk()) {
      assertThat(end.getDescription()).as(sent).isNotBlank();
    }
  }

  /** What is no HTTP/2, or stops being that after its first words. */
  private void noise(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      if (random.below(2) == 0) {
        socket
            .getOutputStream()
            .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      socket.getOutputStream().write(random.bytes(random.below(300)));
    } catch (java.net.SocketException e) {
      // It was sent away while it was still talking.
      assertThat(e).hasMessageMatching("(Broken pipe|Connection reset).*");
    }
  }
}

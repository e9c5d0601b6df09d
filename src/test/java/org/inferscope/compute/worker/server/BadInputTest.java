package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.batch;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.AddBias;
import org.inferscope.compute.worker.proto.Attention;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Elementwise;
import org.inferscope.compute.worker.proto.Gather;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, each with its status and a sentence, while another client goes on computing. */
class BadInputTest {
  private static final int MESSAGE = 1 << 18;
  private static final int MEMORY = 1 << 22;
  private static final int CALLS = 8;

  private static final MethodDescriptor<?, ?> RUN = ComputeGrpc.getRunMethod();
  private static final MethodDescriptor<?, ?> UPLOAD = ComputeGrpc.getUploadMethod();
  private static final MethodDescriptor<?, ?> DOWNLOAD = ComputeGrpc.getDownloadMethod();

  private final Limits limits = new Limits(MEMORY, 2 * MEMORY, MESSAGE, CALLS, 2);
  private final Gate gate = new Gate(limits, 64, Optional.empty(), new ServerMetrics());
  private final List<ManagedChannel> channels = new ArrayList<>();
  private TestServer server;
  private GoodClient good;
  private TestClient bad;

  @BeforeEach
  void start() {
    server =
        new TestServer(
            new ReferenceBackend(), builder -> builder.limits(limits).transport(gate::guard));
    good = new GoodClient(server);
    good.computes();
    bad = server.attach("bad");
  }

  @AfterEach
  void othersGoOnAndNothingIsLeft() {
    good.computes();
    bad.close();
    good.close();
    Waiting.until("all is freed", () -> server.server().usage().heldBytes() == 0);
    Waiting.until("all have left", () -> server.server().usage().clients() == 0);
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
    gate.close();
  }

  private void refused(Code code, String sentence, Op... ops) throws Exception {
    refused(code, sentence, RUN, batch(ops).toByteArray());
  }

  private void refused(Code code, String sentence, MethodDescriptor<?, ?> method, byte[]... sent)
      throws Exception {
    Status end = RawCalls.send(bad.channel(), method, 20, List.of(sent));
    assertThat(end.getCode()).as(end.toString()).isEqualTo(code);
    assertThat(end.getDescription()).contains(sentence);
    good.computes();
  }

  @Test
  void bytesThatAreNoMessage() throws Exception {
    byte[] noise = "Hello, is this a message?".getBytes(StandardCharsets.UTF_8);
    refused(Code.INVALID_ARGUMENT, "not a message of the contract", RUN, noise);
    byte[] cut = batch(write(1, 1, 2, 3)).toByteArray();
    refused(Code.INVALID_ARGUMENT, "not a message", RUN, java.util.Arrays.copyOf(cut, 9));
    refused(Code.INVALID_ARGUMENT, "", UPLOAD, noise);
    refused(Code.INVALID_ARGUMENT, "not a message", DOWNLOAD, noise);
    refused(Code.INVALID_ARGUMENT, "not a message", ComputeGrpc.getAttachMethod(), noise);
  }

  @Test
  void noMessageAndTwoForOne() throws Exception {
    byte[] batch = batch(allocate(1, 1)).toByteArray();
    refused(Code.INVALID_ARGUMENT, "takes one message", RUN);
    refused(Code.INVALID_ARGUMENT, "takes one message", RUN, batch, batch);
    refused(Code.INVALID_ARGUMENT, "", UPLOAD);
  }

  @Test
  void aMessageThatIsTooLong() throws Exception {
    refused(Code.RESOURCE_EXHAUSTED, "exceeds maximum size", RUN, new byte[MESSAGE + 1]);
    refused(Code.RESOURCE_EXHAUSTED, "exceeds maximum size", RUN, new byte[64 << 20]);
    refused(Code.RESOURCE_EXHAUSTED, "exceeds maximum size", UPLOAD, new byte[MESSAGE + 1]);
  }

  @Test
  void handlesThatAreUnknownFreedUsedOrNone() throws Exception {
    refused(Code.NOT_FOUND, "7", read(7, 0, 1));
    refused(Code.NOT_FOUND, "8", GoodClient.free(8));
    refused(
        Code.NOT_FOUND,
        "1",
        DOWNLOAD,
        Read.newBuilder().setTensor(1).setSize(1).build().toByteArray());
    bad.run(allocate(1, 4), GoodClient.free(1));
    refused(Code.NOT_FOUND, "1", read(1, 0, 1));
    refused(Code.NOT_FOUND, "1", GoodClient.free(1));
    refused(Code.INVALID_ARGUMENT, "handle", allocate(1, 4));
    refused(Code.INVALID_ARGUMENT, "handle", allocate(0, 4));
    refused(Code.INVALID_ARGUMENT, "handle", allocate(-1, 4));
  }

  @Test
  void anothersTensors() throws Exception {
    try (TestClient owner = server.attach("owner")) {
      owner.run(allocate(77, 4), write(77, 1, 2, 3, 4));
      refused(Code.NOT_FOUND, "77", read(77, 0, 4));
    }
  }

  @Test
  void shapesThatCannotBe() throws Exception {
    bad.run(allocate(1, 16), allocate(2, 4));
    refused(Code.INVALID_ARGUMENT, "rows", relu(-1, 4));
    refused(Code.INVALID_ARGUMENT, "cols", relu(4, -4));
    refused(Code.INVALID_ARGUMENT, "", relu(Integer.MAX_VALUE, Integer.MAX_VALUE));
    refused(Code.INVALID_ARGUMENT, "", relu(5, 4));
    refused(Code.INVALID_ARGUMENT, "size", allocate(3, -1));
    refused(Code.INVALID_ARGUMENT, "", read(1, -1, 4));
    refused(Code.INVALID_ARGUMENT, "", read(1, 0, -4));
    refused(Code.INVALID_ARGUMENT, "", read(1, Long.MAX_VALUE, 4));
    refused(Code.INVALID_ARGUMENT, "", read(1, 15, 2));
    AddBias bias =
        AddBias.newBuilder()
            .setX(matrix(1, 4, 4))
            .setBias(Vector.newBuilder().setTensor(2).setSize(-4))
            .build();
    refused(Code.INVALID_ARGUMENT, "size", Op.newBuilder().setAddBias(bias).build());
    Gather gather =
        Gather.newBuilder().setTable(matrix(1, 4, 4)).addRows(-1).setOut(matrix(2, 1, 4)).build();
    refused(Code.INVALID_ARGUMENT, "", Op.newBuilder().setGather(gather).build());
  }

  @Test
  void emptyMatricesOfEndlessRowsAndHeadsWithoutWidthKeepNobodyWaiting() throws Exception {
    bad.run(allocate(1, 4));
    refused(Code.INVALID_ARGUMENT, "rows", relu(Integer.MAX_VALUE, 0));
    Attention attention =
        Attention.newBuilder()
            .setHeads(Integer.MAX_VALUE)
            .setQ(matrix(1, 1, 0))
            .setK(matrix(1, 1, 0))
            .setV(matrix(1, 1, 0))
            .setOut(matrix(1, 1, 0))
            .build();
    refused(Code.INVALID_ARGUMENT, "heads", Op.newBuilder().setAttention(attention).build());
  }

  private static Op relu(int rows, int cols) {
    return Op.newBuilder()
        .setRelu(Elementwise.newBuilder().setX(matrix(1, rows, cols)).setOut(matrix(1, rows, cols)))
        .build();
  }

  @Test
  void anOperationThatIsNoneAndARepetitionOfNoTimes() throws Exception {
    refused(Code.INVALID_ARGUMENT, "", Op.getDefaultInstance());
    Batch never = Batch.newBuilder().addOps(allocate(1, 1)).setRepeat(-1).build();
    refused(Code.INVALID_ARGUMENT, "repeat", RUN, never.toByteArray());
  }

  @Test
  void moreMemoryThanASessionMayHold() throws Exception {
    int half = MEMORY / Float.BYTES / 2;
    refused(Code.RESOURCE_EXHAUSTED, "bytes", allocate(1, Long.MAX_VALUE / 8));
    refused(Code.RESOURCE_EXHAUSTED, "bytes", allocate(2, half), allocate(3, half), allocate(4, 1));
    bad.run(GoodClient.free(2), GoodClient.free(3), allocate(5, half));
    refused(Code.RESOURCE_EXHAUSTED, "too long", read(5, 0, half));
    UploadPart huge = UploadPart.newBuilder().setTensor(9).setSize(1L << 40).build();
    refused(Code.RESOURCE_EXHAUSTED, "bytes", UPLOAD, huge.toByteArray());
  }

  @Test
  void anUploadOfTheWrongLength() throws Exception {
    UploadPart.Builder part =
        UploadPart.newBuilder().setTensor(1).setSize(3).setValues(TestClient.bytes(1, 2));
    refused(Code.INVALID_ARGUMENT, "", UPLOAD, part.build().toByteArray());
    part.setTensor(2).setSize(1);
    refused(Code.INVALID_ARGUMENT, "", UPLOAD, part.build().toByteArray());
    part.setTensor(3).setSize(-1);
    refused(Code.INVALID_ARGUMENT, "", UPLOAD, part.build().toByteArray());
  }

  @Test
  void strangers() throws Exception {
    byte[] batch = batch(allocate(1, 1)).toByteArray();
    Channel plain = channel();
    for (String secret : new String[] {"", "Bearer wrong", "Basic x", "Bearer open sesame "}) {
      Channel stranger = with(plain, "authorization", secret);
      Status end = RawCalls.send(stranger, RUN, 20, List.of(batch));
      assertThat(end.getCode()).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(end.getDescription()).isEqualTo("The secret is missing or wrong.");
    }
    Channel known = with(plain, "authorization", "Bearer " + TestServer.SECRET);
    assertThat(RawCalls.send(known, RUN, 20, List.of(batch)).getCode())
        .isEqualTo(Code.UNAUTHENTICATED);
    assertThat(RawCalls.send(with(known, "inferscope-session", "x"), RUN, 20, List.of(batch)))
        .extracting(Status::getDescription)
        .isEqualTo("There is no such session, or it has ended.");
    byte[] old = Hello.newBuilder().setProtocol(99).build().toByteArray();
    assertThat(RawCalls.send(known, ComputeGrpc.getAttachMethod(), 20, List.of(old)).getCode())
        .isEqualTo(Code.FAILED_PRECONDITION);
  }

  @Test
  void headersThatAreTooLong() throws Exception {
    Channel known = with(channel(), "authorization", "Bearer " + "x".repeat(100_000));
    Status end = RawCalls.send(known, RUN, 20, List.of(new byte[0]));
    assertThat(end.isOk()).isFalse();
    assertThat(end.getDescription()).isNotEmpty();
  }

  @Test
  void oneWhoAsksAndNeverReadsHoldsWhatItsCallsMayHoldAndNoMore() throws Exception {
    int numbers = MESSAGE / Float.BYTES / 2;
    bad.run(allocate(1, numbers));
    byte[] ask = batch(read(1, 0, numbers)).toByteArray();
    byte[] download = Read.newBuilder().setTensor(1).setSize(numbers).build().toByteArray();
    List<CompletableFuture<Status>> asked = new ArrayList<>();
    for (int connection = 0; connection < 10; connection++) {
      Channel another =
          with(
              with(channel(), "authorization", "Bearer " + TestServer.SECRET),
              "inferscope-session",
              bad.welcome.getSession());
      for (int i = 0; i < 15; i++) {
        asked.add(
            RawCalls.sendAndNeverRead(
                another, i % 2 == 0 ? RUN : DOWNLOAD, i % 2 == 0 ? ask : download));
      }
      good.computes();
    }
    int most = CALLS + Gate.CALLS_BESIDE;
    Waiting.until(
        "the others were refused",
        () -> asked.stream().filter(CompletableFuture::isDone).count() >= asked.size() - most);
    assertThat(asked.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
        .allMatch(status -> status.getCode() == Code.RESOURCE_EXHAUSTED)
        .allMatch(status -> status.getDescription() != null);
  }

  private ManagedChannel channel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.server().port())
            .usePlaintext()
            .flowControlWindow(1 << 16)
            .build();
    channels.add(channel);
    return channel;
  }

  private static Channel with(Channel channel, String key, String value) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}

package org.inferscope.compute.worker.server;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import org.inferscope.compute.worker.proto.Allocate;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.ComputeGrpc.ComputeBlockingStub;
import org.inferscope.compute.worker.proto.ComputeGrpc.ComputeStub;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Matrix;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.compute.worker.proto.Welcome;
import org.inferscope.compute.worker.proto.Write;

/** A client that has attached, on its own connection. */
final class TestClient implements AutoCloseable {
  final Welcome welcome;
  final Iterator<Event> events;

  private final ManagedChannel channel;
  private final Channel calls;
  private final Context.CancellableContext attached = Context.ROOT.withCancellation();

  TestClient(int port, String secret, String name) {
    this(port, secret, Hello.newBuilder().setProtocol(WorkerServer.PROTOCOL).setName(name).build());
  }

  TestClient(int port, String secret, Hello hello) {
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .flowControlWindow(8 << 20)
            .maxInboundMessageSize(64 << 20)
            .build();
    Channel known = with("authorization", "Bearer " + secret, channel);
    boolean done = false;
    try {
      events = attached.wrap(() -> ComputeGrpc.newBlockingStub(known).attach(hello)).call();
      welcome = events.next().getWelcome();
      done = true;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      if (!done) {
        close();
      }
    }
    calls = with("inferscope-session", welcome.getSession(), known);
  }

  static Channel with(String key, String value, Channel channel) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  ComputeBlockingStub stub() {
    return ComputeGrpc.newBlockingStub(calls);
  }

  ComputeStub async() {
    return ComputeGrpc.newStub(calls);
  }

  Channel channel() {
    return calls;
  }

  Results run(Op... ops) {
    return stub().run(batch(ops));
  }

  static Batch batch(Op... ops) {
    return Batch.newBuilder().setRepeat(1).addAllOps(List.of(ops)).build();
  }

  static Op allocate(long tensor, long size) {
    return Op.newBuilder()
        .setAllocate(Allocate.newBuilder().setTensor(tensor).setSize(size))
        .build();
  }

  static Op write(long tensor, float... values) {
    return Op.newBuilder()
        .setWrite(Write.newBuilder().setTensor(tensor).setValues(bytes(values)))
        .build();
  }

  static Op read(long tensor, long offset, long size) {
    return Op.newBuilder()
        .setRead(Read.newBuilder().setTensor(tensor).setOffset(offset).setSize(size))
        .build();
  }

  static Matrix matrix(long tensor, int rows, int cols) {
    return Matrix.newBuilder()
        .setTensor(tensor)
        .setRows(rows)
        .setCols(cols)
        .setStride(cols)
        .build();
  }

  static ByteString bytes(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return ByteString.copyFrom(bytes.array());
  }

  static float[] floats(Numbers numbers) {
    return Floats.of(numbers.getValues());
  }

  /** Ends the session. */
  void leave() {
    attached.cancel(null);
  }

  @Override
  public void close() {
    leave();
    channel.shutdownNow();
  }
}

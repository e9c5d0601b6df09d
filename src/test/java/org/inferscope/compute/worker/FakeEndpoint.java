package org.inferscope.compute.worker;

import com.google.protobuf.ByteString;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.worker.proto.Attention;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Results;

/** Takes down what it is asked, and answers with zeros. */
final class FakeEndpoint implements Endpoint {
  final List<Batch> batches = new ArrayList<>();
  final List<Long> uploads = new ArrayList<>();
  final List<Integer> downloads = new ArrayList<>();
  final Loss loss = new Loss();
  int messageBytes = 8 << 20;
  int closed;

  /** What the next calls fail with. */
  final List<RuntimeException> failures = new ArrayList<>();

  /** The kinds of the operations of a batch. */
  List<Op.KindCase> kinds(int at) {
    return batches.get(at).getOpsList().stream().map(Op::getKindCase).toList();
  }

  @Override
  public Results run(Batch batch, double work, Runnable checkpoint) {
    batches.add(batch);
    checkpoint.run();
    fail();
    Results.Builder results = Results.newBuilder().setNanos(1000L * batch.getRepeat());
    for (Op op : batch.getOpsList()) {
      if (op.hasRead()) {
        results.addNumbers(zeros(op.getRead().getSize()));
      } else if (op.hasAttention() && op.getAttention().getPattern()) {
        Attention attention = op.getAttention();
        int rows = attention.getQ().getRows();
        int past = attention.getK().getRows() - rows;
        results.addNumbers(zeros((long) attention.getHeads() * CausalRows.size(rows, past)));
      }
    }
    return results.build();
  }

  @Override
  public void run(CallChain chain, double bytes) {
    fail();
    for (int call = 0; call < chain.calls(); call++) {
      batches.add(chain.begin(call));
      chain.end(call);
    }
  }

  private void fail() {
    if (!failures.isEmpty()) {
      throw failures.remove(0);
    }
  }

  private static Numbers zeros(long size) {
    return Numbers.newBuilder()
        .setValues(ByteString.copyFrom(new byte[(int) size * Float.BYTES]))
        .build();
  }

  @Override
  public void upload(long tensor, FloatBuffer source) {
    fail();
    uploads.add(tensor);
  }

  @Override
  public void download(long tensor, long offset, float[] target) {
    fail();
    downloads.add(target.length);
  }

  @Override
  public int messageBytes() {
    return messageBytes;
  }

  @Override
  public DeviceUsage usage() {
    return DeviceUsage.NONE;
  }

  @Override
  public void cancelCurrent() {}

  @Override
  public Optional<DeviceLostException> loss() {
    return loss.again();
  }

  @Override
  public void whenLost(Consumer<DeviceLostException> told) {
    loss.whenLost(told);
  }

  @Override
  public void close() {
    closed++;
  }
}

package org.inferscope.compute.worker.server;

import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Read;

/** Sends numbers of a tensor, part after part, as fast as the client reads. */
final class DownloadRun implements DeviceCall<Numbers> {
  private static final int PART = 1 << 18;
  private static final long SLICE_NANOS = 20_000_000;

  private final Read read;
  private final Holdings holdings;
  private final int part;
  private long done;

  DownloadRun(Read read, Session session) {
    this.read = read;
    holdings = session.holdings;
    part = Math.max(1, Math.min(PART, session.messageBytes() / Float.BYTES / 2));
  }

  @Override
  public boolean step(Turn<Numbers> turn) {
    long start = System.nanoTime();
    DeviceTensor tensor = holdings.tensor(read.getTensor());
    Operations.requirePart(tensor, read);
    while (done < read.getSize()) {
      turn.checkCancelled();
      float[] numbers = new float[(int) Math.min(part, read.getSize() - done)];
      turn.backend().download(tensor, read.getOffset() + done, numbers);
      turn.send(Floats.message(numbers));
      done += numbers.length;
      if (!turn.isReady() || System.nanoTime() - start > SLICE_NANOS) {
        return done < read.getSize();
      }
    }
    return false;
  }
}

package org.inferscope.compute.worker.server;

import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.worker.proto.Free;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Op;

/** A client that does as it should, beside others that do not. One thread. */
final class GoodClient implements AutoCloseable {
  /** Longer than any call takes; shorter than a test that hangs. */
  private static final int PATIENCE_SECONDS = 20;

  private final TestClient client;
  private long last;

  GoodClient(TestServer server) {
    client = server.attach("good");
  }

  /** Multiplies two matrices that differ each time, and checks what comes back. */
  void computes() {
    float x = ++last % 100;
    long a = 3 * last;
    float[] got =
        floats(
            client
                .stub()
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .run(
                    TestClient.batch(
                        allocate(a, 4),
                        write(a, x, 2, 3, 4),
                        allocate(a + 1, 2),
                        write(a + 1, 5, 6),
                        allocate(a + 2, 2),
                        product(a),
                        read(a + 2, 0, 2),
                        free(a),
                        free(a + 1),
                        free(a + 2)))
                .getNumbers(0));
    if (!Arrays.equals(got, new float[] {5 * x + 12, 39})) {
      throw new AssertionError("wrong for " + x + ": " + Arrays.toString(got));
    }
  }

  private static Op product(long a) {
    Gemm gemm =
        Gemm.newBuilder()
            .setAlpha(1)
            .setA(matrix(a, 2, 2))
            .setB(matrix(a + 1, 2, 1))
            .setC(matrix(a + 2, 2, 1))
            .build();
    return Op.newBuilder().setGemm(gemm).build();
  }

  static Op free(long tensor) {
    return Op.newBuilder().setFree(Free.newBuilder().setTensor(tensor)).build();
  }

  @Override
  public void close() {
    client.close();
  }
}

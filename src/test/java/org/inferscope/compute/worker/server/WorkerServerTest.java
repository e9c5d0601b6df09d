package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Results;
import org.junit.jupiter.api.Test;

class WorkerServerTest {

  @Test
  void multipliesMatrices() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      Results results =
          client.run(
              allocate(1, 4),
              write(1, 1, 2, 3, 4),
              allocate(2, 2),
              write(2, 5, 6),
              allocate(3, 2),
              Op.newBuilder()
                  .setGemm(
                      Gemm.newBuilder()
                          .setAlpha(1)
                          .setA(matrix(1, 2, 2))
                          .setB(matrix(2, 2, 1))
                          .setC(matrix(3, 2, 1)))
                  .build(),
              read(3, 0, 2));

      assertThat(floats(results.getNumbers(0))).containsExactly(17, 39);
      assertThat(results.getNanos()).isPositive();
      assertThat(client.welcome.getVersion()).isEqualTo("1.2.3");
    }
  }
}

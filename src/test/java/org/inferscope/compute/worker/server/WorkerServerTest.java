package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Free;
import org.inferscope.compute.worker.proto.FreeWeights;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.MakeWeights;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Product;
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
              gemm(1, 2, 2, 2, 2, 1, 3),
              read(3, 0, 2));

      assertThat(floats(results.getNumbers(0))).containsExactly(17, 39);
      assertThat(results.getNanos()).isPositive();
      assertThat(client.welcome.getVersion()).isEqualTo("1.2.3");
      assertThat(client.welcome.getDevice().getId()).isEqualTo("reference");
    }
  }

  @Test
  void answersRepeatedReadsOnceWithTheLastNumbers() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 1), write(1, 3));
      Op twice =
          Op.newBuilder()
              .setAdd(
                  org.inferscope.compute.worker.proto.Add.newBuilder()
                      .setA(matrix(1, 1, 1))
                      .setB(matrix(1, 1, 1))
                      .setOut(matrix(1, 1, 1)))
              .build();

      Results results =
          client
              .stub()
              .run(TestClient.batch(twice, read(1, 0, 1)).toBuilder().setRepeat(4).build());

      assertThat(results.getNumbersList()).hasSize(1);
      assertThat(floats(results.getNumbers(0))).containsExactly(48);
    }
  }

  @Test
  void refusesWhoDoesNotKnowTheSecret() {
    try (TestServer server = new TestServer(new ReferenceBackend())) {
      assertRefused(
          () -> new TestClient(server.server().port(), "wrong", "thief").close(),
          Status.Code.UNAUTHENTICATED,
          "secret");
    }
  }

  @Test
  void refusesAnotherVersionOfTheContract() {
    try (TestServer server = new TestServer(new ReferenceBackend())) {
      Hello hello = Hello.newBuilder().setProtocol(99).setVersion("9.9").build();
      assertRefused(
          () -> new TestClient(server.server().port(), TestServer.SECRET, hello).close(),
          Status.Code.FAILED_PRECONDITION,
          "9.9");
    }
  }

  @Test
  void refusesACallOfASessionThatIsOver() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      client.leave();
      Waiting.until("done", () -> server.server().usage().clients() == 0);

      assertRefused(() -> client.run(allocate(1, 1)), Status.Code.UNAUTHENTICATED, "session");
    }
  }

  @Test
  void tellsWhyTheDeviceCannotBeLoaded() {
    try (TestServer server =
        new TestServer(
            new TestServer.Loader() {
              @Override
              public org.inferscope.compute.Backend load() {
                throw new InferscopeException("The card is on fire.");
              }
            },
            builder -> builder)) {
      assertRefused(() -> server.attach("test").close(), Status.Code.UNAVAILABLE, "on fire");
    }
  }

  @Test
  void refusesUnknownFreedAndUsedHandles() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 1), free(1));

      assertRefused(() -> client.run(read(7, 0, 1)), Status.Code.NOT_FOUND, "7");
      assertRefused(() -> client.run(read(1, 0, 1)), Status.Code.NOT_FOUND, "1");
      assertRefused(() -> client.run(free(1)), Status.Code.NOT_FOUND, "1");
      assertRefused(() -> client.run(allocate(1, 1)), Status.Code.INVALID_ARGUMENT, "never used");
      assertRefused(() -> client.run(allocate(-1, 1)), Status.Code.INVALID_ARGUMENT, "above 0");
    }
  }

  @Test
  void namesTheOperationThatDoesNotFitAndLeavesOutTheRest() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 4), allocate(2, 4));

      assertRefused(
          () -> client.run(write(1, 9), gemm(1, 2, 2, 2, 1, 4, 1), write(2, 9)),
          Status.Code.INVALID_ARGUMENT,
          "Operation 2 of 3 (GEMM)");
      assertThat(floats(client.run(read(1, 0, 4)).getNumbers(0))).containsExactly(9, 0, 0, 0);
      assertThat(floats(client.run(read(2, 0, 4)).getNumbers(0))).containsExactly(0, 0, 0, 0);
      assertRefused(() -> client.run(allocate(3, -4)), Status.Code.INVALID_ARGUMENT, "-4");
      assertRefused(() -> client.run(read(1, 3, 2)), Status.Code.INVALID_ARGUMENT, "within 4");
      assertRefused(
          () -> client.stub().run(Batch.getDefaultInstance()),
          Status.Code.INVALID_ARGUMENT,
          "repeat");
      assertRefused(
          () -> client.run(Op.getDefaultInstance()), Status.Code.INVALID_ARGUMENT, "KIND_NOT_SET");
    }
  }

  @Test
  void keepsLimits() {
    try (TestServer server =
            new TestServer(
                new ReferenceBackend(),
                builder -> builder.limits(new Limits(4000, 8000, 2000, 8, 1)));
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 900));

      assertRefused(() -> client.run(allocate(2, 101)), Status.Code.RESOURCE_EXHAUSTED, "4000");
      assertRefused(
          () -> client.run(allocate(3, Long.MAX_VALUE / 4)), Status.Code.RESOURCE_EXHAUSTED, "4");
      assertRefused(() -> client.run(read(1, 0, 900)), Status.Code.RESOURCE_EXHAUSTED, "900");
      assertRefused(
          () -> client.run(write(1, new float[600])), Status.Code.RESOURCE_EXHAUSTED, "maximum");
      client.run(free(1), allocate(4, 1000));
      assertThat(server.server().usage().heldBytes()).isEqualTo(4000);
    }
  }

  @Test
  void outlivesADeviceWithoutMemoryAndErrorsNobodyExpected() {
    try (TestServer server =
            new TestServer(
                HookedBackend.of(
                    operation -> {
                      if (operation.equals("gelu")) {
                        throw new OutOfMemoryError("no more");
                      }
                      if (operation.equals("relu")) {
                        throw new UnsupportedOperationException("oops");
                      }
                    }));
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 1), write(1, 5));
      org.inferscope.compute.worker.proto.Elementwise all =
          org.inferscope.compute.worker.proto.Elementwise.newBuilder()
              .setX(matrix(1, 1, 1))
              .setOut(matrix(1, 1, 1))
              .build();

      assertRefused(
          () -> client.run(Op.newBuilder().setGelu(all).build()),
          Status.Code.RESOURCE_EXHAUSTED,
          "memory");
      assertRefused(
          () -> client.run(Op.newBuilder().setRelu(all).build()),
          Status.Code.INTERNAL,
          "UnsupportedOperationException");
      assertThat(floats(client.run(read(1, 0, 1)).getNumbers(0))).containsExactly(5);
    }
  }

  @Test
  void keepsWhatWeightsAreMadeOfUntilTheyAreFreed() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      Op make =
          Op.newBuilder()
              .setMakeWeights(MakeWeights.newBuilder().setWeights(1).setW(matrix(1, 1, 1)))
              .build();
      Op product =
          Op.newBuilder()
              .setProduct(
                  Product.newBuilder().setX(matrix(2, 1, 1)).setWeights(1).setOut(matrix(3, 1, 1)))
              .build();
      client.run(allocate(1, 1), write(1, 6), allocate(2, 1), write(2, 7), allocate(3, 1));
      client.run(make, free(1), product);

      assertThat(floats(client.run(read(3, 0, 1)).getNumbers(0))).containsExactly(42);
      assertThat(server.server().usage().heldBytes()).isEqualTo(12);
      client.run(Op.newBuilder().setFreeWeights(FreeWeights.newBuilder().setWeights(1)).build());
      assertThat(server.server().usage().heldBytes()).isEqualTo(8);
      assertRefused(() -> client.run(product), Status.Code.NOT_FOUND, "1");
    }
  }

  static void assertRefused(ThrowingCallable call, Status.Code code, String part) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(e.getStatus().getDescription()).contains(part);
            });
  }

  static Op free(long tensor) {
    return Op.newBuilder().setFree(Free.newBuilder().setTensor(tensor)).build();
  }

  /** c = a b, the tensors' numbers being those of their matrices. */
  private static Op gemm(long a, int rows, int inner, long b, int rowsOfB, int cols, long c) {
    return Op.newBuilder()
        .setGemm(
            Gemm.newBuilder()
                .setAlpha(1)
                .setA(matrix(a, rows, inner))
                .setB(matrix(b, rowsOfB, cols))
                .setC(matrix(c, rows, cols)))
        .build();
  }
}

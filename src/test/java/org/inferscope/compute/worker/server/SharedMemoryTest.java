package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;
import static org.inferscope.compute.worker.server.WorkerServerTest.assertRefused;

import io.grpc.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.ReadShared;
import org.inferscope.compute.worker.proto.WriteShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that are not sent but lie in memory that both sides see. */
class SharedMemoryTest {
  private static final int NUMBERS = 300_000;

  @TempDir private Path folder;

  @Test
  void takesNumbersFromTheSharedMemoryAndPutsThemThere() throws IOException {
    Path file = file();
    try (TestServer server = server(file);
        TestClient client = server.attach("test")) {
      assertThat(client.welcome.getSharedBytes()).isEqualTo(4L * NUMBERS);
      client.run(allocate(1, NUMBERS), writeShared(1, 1, 8, NUMBERS - 2));
      assertThat(floats(client.run(read(1, 0, 3)).getNumbers(0))).containsExactly(0, 2, 3);
      assertThat(floats(client.run(read(1, NUMBERS - 2, 2)).getNumbers(0)))
          .containsExactly(NUMBERS - 1, 0);

      client.run(write(1, -1, -2, -3), readShared(1, 1, 4, NUMBERS - 1));
      float[] now = new float[NUMBERS];
      ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(now);
      assertThat(now).startsWith(0, -2, -3, 4).endsWith(NUMBERS - 1, 0);
    }
  }

  @Test
  void refusesWhatLiesOutsideOfTheMemoryOrTheTensor() throws IOException {
    try (TestServer server = server(file());
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 10), allocate(2, 2L * NUMBERS));
      for (long[] bad :
          new long[][] {
            {1, 0, 0, 11},
            {1, 8, 0, 3},
            {1, -1, 0, 1},
            {1, Long.MAX_VALUE, 0, 1},
            {1, 0, 0, -1},
            {1, 0, 2, 1},
            {1, 0, -4, 1},
            {1, 0, 4L * NUMBERS, 1},
            {1, 0, Long.MAX_VALUE - 3, 1},
            {2, 0, 0, NUMBERS + 1},
            {2, 0, 4, NUMBERS},
            {2, 0, 0, Long.MAX_VALUE},
            {2, 0, 0, 1L << 32}
          }) {
        assertRefused(
            () -> client.run(writeShared(bad[0], bad[1], bad[2], bad[3])),
            Status.Code.INVALID_ARGUMENT,
            "(WRITE_SHARED) does not fit");
        assertRefused(
            () -> client.run(readShared(bad[0], bad[1], bad[2], bad[3])),
            Status.Code.INVALID_ARGUMENT,
            "(READ_SHARED) does not fit");
      }
      assertRefused(() -> client.run(writeShared(9, 0, 0, 1)), Status.Code.NOT_FOUND, "9");
      client.run(writeShared(1, 10, 4L * NUMBERS, 0), readShared(2, 0, 0, NUMBERS));
    }
  }

  @Test
  void aServerWithoutSharedMemoryRefuses() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      assertThat(client.welcome.getSharedBytes()).isZero();
      client.run(allocate(1, 4));
      for (Op op : new Op[] {writeShared(1, 0, 0, 4), readShared(1, 0, 0, 4)}) {
        assertRefused(() -> client.run(op), Status.Code.FAILED_PRECONDITION, "shares no memory");
      }
    }
  }

  /** With the numbers 0, 1, 2, ... in it. */
  private Path file() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * NUMBERS).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < NUMBERS; i++) {
      bytes.putFloat(i);
    }
    return Files.write(folder.resolve("shared"), bytes.array());
  }

  private static TestServer server(Path file) throws IOException {
    SharedMemory memory = SharedMemory.open(file);
    return new TestServer(new ReferenceBackend(), builder -> builder.shared(memory));
  }

  private static Op writeShared(long tensor, long offset, long from, long size) {
    return Op.newBuilder()
        .setWriteShared(
            WriteShared.newBuilder()
                .setTensor(tensor)
                .setOffset(offset)
                .setSharedOffset(from)
                .setSize(size))
        .build();
  }

  private static Op readShared(long tensor, long offset, long to, long size) {
    return Op.newBuilder()
        .setReadShared(
            ReadShared.newBuilder()
                .setTensor(tensor)
                .setOffset(offset)
                .setSharedOffset(to)
                .setSize(size))
        .build();
  }
}

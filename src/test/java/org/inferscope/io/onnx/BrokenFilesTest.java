package org.inferscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.io.onnx.Onnx.integer;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.network.NetworkFile;
import org.inferscope.io.safetensors.SafetensorsWriter;
import org.inferscope.io.safetensors.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with bytes changed, cut, put in or repeated: each loads or is refused in a sentence. */
class BrokenFilesTest {
  private static final int CASES = 1500;

  @TempDir private Path folder;

  private static byte[] safetensors(Path folder) throws IOException {
    Path file = folder.resolve("whole");
    SafetensorsWriter.write(
        file,
        List.of(
            tensor("network.0.weight", 3, 2),
            tensor("network.0.bias", 3),
            tensor("network.2.weight", 1, 3),
            tensor("network.2.bias", 1)),
        Map.of("format", "pt", "activations", "relu,identity"));
    return Files.readAllBytes(file);
  }

  private static TensorData tensor(String name, long... shape) {
    int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    List<Long> sizes = Arrays.stream(shape).boxed().toList();
    return new TensorData(name, sizes, FloatBuffer.wrap(new float[count]));
  }

  private static byte[] onnx() {
    return new Onnx()
        .tensor("w1", List.of(3L, 2L), 1, 2, 3, 4, 5, 6)
        .tensor("b1", List.of(3L), 1, 2, 3)
        .tensor("w2", List.of(3L, 1L), 1, 2, 3)
        .node("Flatten", List.of(), integer("axis", 1))
        .node("Gemm", List.of("w1", "b1"), integer("transB", 1))
        .node("LeakyRelu", List.of(), Onnx.real("alpha", 0.01f))
        .node("MatMul", List.of("w2"))
        .node("Softmax", List.of(), integer("axis", -1))
        .bytes();
  }

  /** Up to four changes; most of them where the structure is, in the first part of the file. */
  private static byte[] changed(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 40) : bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 3 -> bytes = inserted(bytes, at, new byte[] {(byte) random.nextInt()});
        case 4 -> bytes = inserted(bytes, at, Arrays.copyOfRange(bytes, at / 2, at + 1));
        default -> bytes[at] = (byte) "0123456789{}[]\",:-e ".charAt(random.nextInt(20));
      }
    }
    return bytes;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
    System.arraycopy(more, 0, longer, at, more.length);
    return longer;
  }

  /** How many were refused. */
  private int refused(byte[] whole, long seed, Consumer<Path> load) throws IOException {
    Random random = new Random(seed);
    Path file = folder.resolve("broken");
    Files.write(file, whole);
    load.accept(file);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Files.write(file, changed(whole, random));
      try {
        load.accept(file);
      } catch (InferscopeException e) {
        assertThat(e.sentence()).startsWith("broken: ").endsWith(".").doesNotContain("!network");
        refused++;
      }
    }
    return refused;
  }

  @Test
  void noBrokenSafetensorsFileGetsPastTheReader() throws IOException {
    assertThat(refused(safetensors(folder), 1, NetworkFile::load)).isGreaterThan(CASES / 2);
  }

  @Test
  void noBrokenOnnxFileGetsPastTheReader() throws IOException {
    assertThat(refused(onnx(), 2, OnnxNetworkFile::load)).isGreaterThan(CASES / 2);
  }
}

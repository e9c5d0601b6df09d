package org.inferscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorMemoryTest {
  @TempDir private Path folder;

  private final NativeMemory memory = NativeMemory.open();

  @AfterEach
  void giveBack() {
    memory.close();
  }

  private static float[] random(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private Path written(float... values) {
    Path path = folder.resolve("w.safetensors");
    List<Long> shape = List.of(1L, (long) values.length);
    TensorData before = new TensorData("before", List.of(1L), FloatBuffer.allocate(1));
    SafetensorsWriter.write(
        path, List.of(before, new TensorData("w", shape, FloatBuffer.wrap(values))), Map.of());
    return path;
  }

  private static float[] all(TensorMemory tensor) {
    FloatBuffer joined = FloatBuffer.allocate((int) tensor.info().count());
    tensor.floats().forEach(joined::put);
    return joined.array();
  }

  @Test
  void floatsAreUsedWhereTheFileHasThem() {
    float[] values = random(5000);
    TensorMemory tensor = loaded(values);
    assertThat(tensor.isInPlace()).isTrue();
    assertThat(tensor.floats()).singleElement().matches(FloatBuffer::isDirect);
    assertThat(tensor.floats().get(0).isReadOnly()).isTrue();
    assertThat(tensor.floats().get(0).order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(Arrays.equals(all(tensor), values)).isTrue();
  }

  @Test
  void whatOneBufferCannotSpanComesInPartsThatFollowEachOther() {
    float[] values = random(1001);
    values[1000] = Float.NEGATIVE_INFINITY;
    try (SafetensorsFile file = SafetensorsFile.open(written(values))) {
      TensorMemory tensor = file.load("w", memory, 400 * Float.BYTES);
      assertThat(tensor.floats()).extracting(FloatBuffer::remaining).containsExactly(400, 400, 201);
      assertThat(Arrays.equals(all(tensor), values)).isTrue();
      assertThat(tensor.get(1000)).isEqualTo(Float.NEGATIVE_INFINITY);
      assertThat(tensor.get(799)).isEqualTo(values[799]);
      assertThat(tensor.firstNotFinite()).hasValue(1000);
      assertThat(tensor.info().placeText(1000)).isEqualTo("[0, 1000]");
      assertThatThrownBy(() -> tensor.get(1001)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(tensor.equalBits(file.load("w", memory, 400 * Float.BYTES))).isTrue();
      assertThat(tensor.equalBits(file.load("before", memory))).isFalse();
    }
  }

  @Test
  void floatsThatLieCrookedAreCopied() throws IOException {
    byte[] bytes =
        RawFile.of(
            """
            {"odd":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},
             "w":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}}""",
            9);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(bytes.length - 8, 1.5f).putFloat(bytes.length - 4, -2);
    int dataStart = bytes.length - 9;
    assertThat((dataStart + 1) % Float.BYTES).as("the case under test").isNotZero();
    try (SafetensorsFile file = SafetensorsFile.open(Files.write(folder.resolve("t"), bytes))) {
      TensorMemory tensor = file.load("w", memory);
      assertThat(tensor.isInPlace()).isFalse();
      assertThat(tensor.floats().get(0).isDirect()).isTrue();
      assertThat(all(tensor)).containsExactly(1.5f, -2);
    }
  }

  @Test
  void halvesAreConvertedPieceByPiece() throws IOException {
    int count = 1_200_000;
    byte[] bytes =
        RawFile.of(
            "{\"w\":{\"dtype\":\"BF16\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(count, 2 * count),
            2 * count);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      data.putShort(bytes.length - 2 * (count - i), (short) (i % 0x7f00));
    }
    try (SafetensorsFile file = SafetensorsFile.open(Files.write(folder.resolve("t"), bytes))) {
      float[] values = all(file.load("w", memory));
      for (int i = 0; i < count; i += 997) {
        assertThat(values[i]).isEqualTo(Float.intBitsToFloat((i % 0x7f00) << 16));
      }
      assertThat(Arrays.equals(values, file.read("w"))).isTrue();
    }
  }

  @Test
  void theFirstNumberThatIsNotFiniteIsFoundWhereverItStands() {
    float[] bad = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.intBitsToFloat(0x7f800001),
      Float.intBitsToFloat(0xffffffff)
    };
    float[] good = {0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -Float.MIN_NORMAL};
    Random random = new Random(4);
    for (int length : new int[] {1, 7, 2048, 2049, 10_000}) {
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        values[i] = good[random.nextInt(good.length)];
      }
      assertThat(loaded(values).firstNotFinite()).isEmpty();
      int first = random.nextInt(length);
      values[first] = bad[random.nextInt(bad.length)];
      values[length - 1] = bad[random.nextInt(bad.length)];
      assertThat(loaded(values).firstNotFinite()).hasValue(first);
    }
  }

  private TensorMemory loaded(float[] values) {
    try (SafetensorsFile file = SafetensorsFile.open(written(values))) {
      return file.load("w", memory);
    }
  }

  @Test
  void nothingIsMadeOfATensorWithoutNumbers() {
    try (SafetensorsFile file = SafetensorsFile.open(written())) {
      TensorMemory tensor = file.load("w", memory);
      assertThat(tensor.floats()).isEmpty();
      assertThat(tensor.firstNotFinite()).isEmpty();
    }
  }

  @Test
  void memoryThatIsNotThereIsToldInASentence() throws IOException {
    byte[] bytes =
        RawFile.of("{\"w\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4);
    NativeMemory none =
        new NativeMemory() {
          @Override
          public ByteBuffer map(FileChannel channel, long position, long size) {
            throw new AssertionError("halves are not mapped");
          }

          @Override
          public ByteBuffer allocate(long size) {
            throw new OutOfMemoryError("none");
          }

          @Override
          public void close() {}
        };
    try (SafetensorsFile file = SafetensorsFile.open(Files.write(folder.resolve("t"), bytes))) {
      assertThatThrownBy(() -> file.load("w", none))
          .isInstanceOf(InferscopeException.class)
          .hasMessage(
              "t: tensor w has to be converted, but there is no room in memory for its 8 B.");
    }
  }

  @Test
  void closingGivesMappingsAndMemoryBackAtOnce() throws IOException {
    Path path = written(random(3000));
    List<NativeMemory> kinds = new ArrayList<>(List.of(new CleanedMemory()));
    if (ArenaMemory.isSupported()) {
      kinds.add(new ArenaMemory());
    }
    for (NativeMemory kind : kinds) {
      try (SafetensorsFile file = SafetensorsFile.open(path)) {
        assertThat(file.load("w", kind).floats()).isNotEmpty();
        assertThat(kind.allocate(1000).capacity()).isEqualTo(1000);
        assertThat(isMapped(path)).isNotEqualTo(Mapped.NO);
      }
      kind.close();
      kind.close();
      assertThat(isMapped(path)).isNotEqualTo(Mapped.YES);
    }
  }

  private enum Mapped {
    YES,
    NO,
    UNKNOWN
  }

  /** Only Linux tells. */
  private static Mapped isMapped(Path path) throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.isReadable(maps)) {
      return Mapped.UNKNOWN;
    }
    boolean found =
        Files.readAllLines(maps).stream().anyMatch(line -> line.endsWith(path.toString()));
    return found ? Mapped.YES : Mapped.NO;
  }
}

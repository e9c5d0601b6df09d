package org.inferscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTest {
  @TempDir private Path folder;

  private static TensorData tensor(String name, List<Long> shape, float... values) {
    return new TensorData(name, shape, FloatBuffer.wrap(values));
  }

  private Path written(TensorData... tensors) {
    Path file = folder.resolve("w.safetensors");
    SafetensorsWriter.write(file, List.of(tensors), Map.of());
    return file;
  }

  @Test
  void whatIsWrittenIsReadBackBitForBit() {
    float[] odd = {0, -0.0f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};
    Path file =
        written(
            tensor("b", List.of(2L, 3L), odd), tensor("a", List.of(), 7), tensor("ü", List.of(0L)));
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.names()).containsExactly("b", "a", "ü");
      assertThat(read.find("b"))
          .contains(new TensorInfo("b", StoredType.F32, List.of(2L, 3L), 0, 24));
      assertThat(read.find("c")).isEmpty();
      assertThat(read.read("b")).containsExactly(odd);
      assertThat(read.read("a")).containsExactly(7);
      assertThat(read.read("ü")).isEmpty();
    }
  }

  @Test
  void theBytesAreThoseTheFormatAsksFor() throws IOException {
    Path file = folder.resolve("w.safetensors");
    SafetensorsWriter.write(
        file, List.of(tensor("w", List.of(1L, 2L), 1, -2)), Map.of("format", "pt"));
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    byte[] expected = RawFile.of(header + " ".repeat(Math.floorMod(-header.length(), 8)), 8);
    ByteBuffer data = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(expected.length - 8, 1).putFloat(expected.length - 4, -2);
    assertThat(file).hasBinaryContent(expected);
    assertThat((expected.length - 8) % 8).isZero();
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
    }
  }

  @Test
  void tensorsLongerThanAPieceOfReadingAreReadWholeAndInParts() {
    Random random = new Random(3);
    float[] values = new float[700_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    Path file = written(tensor("first", List.of(1L), 5), tensor("w", List.of(700_001L), values));
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(Arrays.equals(read.read("w"), values)).isTrue();
      assertThat(read.read("w", 699_999, 2)).containsExactly(values[699_999], values[700_000]);
      assertThat(read.read("w", 700_001, 0)).isEmpty();
      assertThatThrownBy(() -> read.read("w", 700_000, 2))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void everyHalfIsTheNumberThatItsBitsSay() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      int exponent = bits >> 10 & 31;
      int mantissa = bits & 1023;
      double size =
          exponent == 0 ? mantissa * 0x1p-24 : (1024 + mantissa) * Math.pow(2, exponent - 25);
      if (exponent == 31) {
        size = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
      }
      float expected = (float) (bits < 1 << 15 ? size : -size);
      assertThat(Conversion.half((short) bits)).as("bits %x", bits).isEqualTo((Float) expected);
    }
  }

  @Test
  void otherFloatingPointTypesAreConverted() throws IOException {
    byte[] bytes =
        RawFile.of(
            """
            {"half":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},
             "brain":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]},
             "wide":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}""",
            16);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    data.position(bytes.length - 16);
    data.putShort((short) 0x3c00).putShort((short) 0xc100); // 1, -2.5
    data.putShort((short) 0x3f80).putShort((short) 0xc020); // 1, -2.5
    data.putDouble(0.1);
    try (SafetensorsFile read = SafetensorsFile.open(Files.write(folder.resolve("t"), bytes))) {
      assertThat(read.read("half")).containsExactly(1, -2.5f);
      assertThat(read.read("brain")).containsExactly(1, -2.5f);
      assertThat(read.read("wide")).containsExactly(0.1f);
    }
  }

  @Test
  void whatTheFormatAllowsIsReadWhateverItsOrder() throws IOException {
    String header =
        """
        {"b":{"data_offsets":[4,8],"shape":[1,1],"dtype":"F32","more":{"x":[1]}},
         "empty":{"dtype":"I64","shape":[0,5],"data_offsets":[4,4]},
         "__metadata__":{"k":"v"},
         "a":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]}}   \n""";
    Path file = RawFile.write(folder.resolve("t"), header, 8);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.names()).containsExactly("a", "empty", "b");
      assertThat(read.tensors()).extracting(TensorInfo::shapeText).contains("[0, 5]", "[1, 1]");
      assertThatThrownBy(() -> read.read("a"))
          .isInstanceOf(InferscopeException.class)
          .hasMessage("t: tensor a is of type U8, but only F32, F16, BF16 and F64 can be read.");
      assertThatThrownBy(() -> read.read("c"))
          .isInstanceOf(InferscopeException.class)
          .hasMessage("t: tensor c is missing.");
    }
  }

  private static String entry(String name, String type, String shape, String offsets) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, type, shape, offsets);
  }

  static Stream<Arguments> wrongHeaders() {
    String a = entry("a", "F32", "[1]", "[0,4]");
    return Stream.of(
        Arguments.of("", 4, "must start with an opening brace"),
        Arguments.of(" {}", 0, "must start with an opening brace"),
        Arguments.of("{", 0, "no valid JSON at its start"),
        Arguments.of("{" + a, 4, "no valid JSON at or after \"a\""),
        Arguments.of("{" + a + ",}", 4, "no valid JSON at or after \"a\""),
        Arguments.of("{" + a + "} x", 4, "no valid JSON at or after \"a\""),
        Arguments.of("{'a':1}", 0, "no valid JSON at its start"),
        Arguments.of("{" + a + "," + a + "}", 4, "\"a\" twice"),
        Arguments.of("{\"a\":[]}", 0, "\"a\" in the header must have its values in braces"),
        Arguments.of("{\"a\":{}}", 0, "tensor a has no \"data_offsets\""),
        Arguments.of(
            "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 0, "\"dtype\" twice in \"a\""),
        Arguments.of("{\"__metadata__\":{\"n\":1}}", 0, "\"__metadata__\" in the header must"),
        Arguments.of("{" + entry("a", "F33", "[1]", "[0,4]") + "}", 4, "type F33, but the format"),
        Arguments.of("{" + entry("a", "F32", "[-1]", "[0,4]") + "}", 4, "the shape of tensor a"),
        Arguments.of("{" + entry("a", "F32", "[1.0]", "[0,4]") + "}", 4, "the shape of tensor a"),
        Arguments.of("{" + entry("a", "F32", "[\"1\"]", "[0,4]") + "}", 4, "the shape of tensor a"),
        Arguments.of("{" + entry("a", "F32", "[1]", "[0]") + "}", 4, "data_offsets of tensor a"),
        Arguments.of("{" + entry("a", "F32", "[1]", "[4,0]") + "}", 4, "must begin at byte 0"),
        Arguments.of("{" + entry("a", "F32", "[1]", "[0,8]") + "}", 8, "needs 4 bytes"),
        Arguments.of("{" + entry("a", "F4", "[3]", "[0,1]") + "}", 1, "type and shape F4 [3]"),
        Arguments.of(
            "{" + entry("a", "F32", "[4294967296,4294967296]", "[0,0]") + "}",
            0,
            "more than 9 exa"),
        Arguments.of(
            "{" + a + "," + entry("b", "F32", "[1]", "[8,12]") + "}",
            12,
            "those of a before it end at byte 4"),
        Arguments.of(
            "{" + a + "," + entry("b", "F32", "[1]", "[2,6]") + "}", 6, "no gap and no overlap"),
        Arguments.of("{" + a + "}", 3, "end at byte 4 of the data, but the file has 3"),
        Arguments.of("{" + a + "}", 5, "end at byte 4 of the data, but the file has 5"),
        Arguments.of("{}", 1, "end at byte 0 of the data, but the file has 1"));
  }

  @ParameterizedTest
  @MethodSource("wrongHeaders")
  void aWrongHeaderIsRefusedInASentenceThatSaysWhere(String header, int data, String part)
      throws IOException {
    assertThatThrownBy(() -> SafetensorsFile.open(RawFile.write(folder.resolve("t"), header, data)))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith("t: ")
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  private void refused(byte[] content, String sentence) throws IOException {
    Path file = Files.write(folder.resolve("t"), content);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(sentence);
  }

  private static byte[] length(long length, int more) {
    return ByteBuffer.allocate(8 + more).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }

  @Test
  void aLengthThatCannotBeIsRefusedBeforeAnythingIsMadeOfIt() throws IOException {
    refused(
        new byte[7],
        "t: this is no safetensors file: it has 7 bytes, and the length of the header alone takes"
            + " 8.");
    refused(
        length(99_999_999, 12),
        "t: its first 8 bytes say that the header has 99,999,999 bytes, but only 12 follow.");
    refused(
        length(-1, 12),
        "t: this is no safetensors file: its first 8 bytes say that the header has"
            + " 18446744073709551615 bytes, but at most 100,000,000 are allowed.");
  }

  @Test
  void textThatIsNoUtf8IsRefused() throws IOException {
    byte[] bytes = RawFile.of("{\"a?\":{}}", 0);
    bytes[11] = (byte) 0xff;
    refused(bytes, "t: the header is no text in UTF-8 at its start.");
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsNamed() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> SafetensorsFile.open(none))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(none + " can't be opened: there is no such file.");
    assertThatThrownBy(() -> SafetensorsFile.open(folder))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(folder + " can't be opened: it is a folder.");
  }

  @Test
  void aFileCutShortWhileItIsOpenIsNoticed() throws IOException {
    Path file = written(tensor("w", List.of(2L), 1, 2));
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9));
      assertThatThrownBy(() -> read.read("w"))
          .isInstanceOf(InferscopeException.class)
          .hasMessageContaining("the file ends at byte");
    }
  }

  @Test
  void aNameMayBeWrittenOnlyOnceAndValuesMustFillTheShape() {
    assertThatThrownBy(() -> written(tensor("w", List.of(1L), 1), tensor("w", List.of(1L), 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tensor("w", List.of(2L, 2L), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wholeNumbersStandBesideFloats() throws IOException {
    Path file = folder.resolve("w.safetensors");
    SafetensorsWriter.write(
        file,
        List.of(
            new TensorData("ids", List.of(3L), IntBuffer.wrap(new int[] {1, -2, 50_256})),
            new TensorData("f", List.of(), FloatBuffer.wrap(new float[] {0.5f})),
            new TensorData("big", List.of(1L, 1L), LongBuffer.wrap(new long[] {-1L << 40}))),
        Map.of());
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.tensors())
          .containsExactly(
              new TensorInfo("ids", StoredType.I32, List.of(3L), 0, 12),
              new TensorInfo("f", StoredType.F32, List.of(), 12, 16),
              new TensorInfo("big", StoredType.I64, List.of(1L, 1L), 16, 24));
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer data = bytes.position(bytes.limit() - 24).slice().order(ByteOrder.LITTLE_ENDIAN);
    assertThat(List.of(data.getInt(0), data.getInt(4), data.getInt(8)))
        .containsExactly(1, -2, 50_256);
    assertThat(data.getFloat(12)).isEqualTo(0.5f);
    assertThat(data.getLong(16)).isEqualTo(-1L << 40);
  }

  @Test
  void aTensorMayComeInPartsWhichAreReadFromTheirPositions() {
    FloatBuffer first = FloatBuffer.wrap(new float[] {9, 1, 2}).position(1);
    FloatBuffer second = FloatBuffer.wrap(new float[] {3, 9}).limit(1);
    TensorData parts = new TensorData("w", List.of(3L), List.<Buffer>of(first, second));
    try (SafetensorsFile read = SafetensorsFile.open(written(parts))) {
      assertThat(read.read("w")).containsExactly(1, 2, 3);
    }
    assertThat(first.position()).isEqualTo(1);
    List<Buffer> mixed = List.of(FloatBuffer.allocate(1), IntBuffer.allocate(1));
    assertThatThrownBy(() -> new TensorData("w", List.of(2L), mixed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TensorData("w", List.of(1L), ByteBuffer.allocate(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.inferscope.io.gpt2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files at random, in ways that get past the first check more often than noise would. */
final class Damage {
  private static final byte[] LIKELY =
      "{}[]\",:0123456789.eE+-truefalsnN\\u/ \n\r\t\0".getBytes(StandardCharsets.UTF_8);
  private static final List<String> WORDS =
      List.of(
          "9223372036854775807",
          "99999999999999999999",
          "-1",
          "0",
          "null",
          "1e999",
          "[]",
          "{}",
          "\"F16\"",
          "\"F64\"",
          "\"I64\"",
          "4294967296",
          "true",
          "\"\"",
          "\"../x.safetensors\"");
  private static final int LONGEST = 40;

  private final Random random;

  Damage(long seed) {
    random = new Random(seed);
  }

  /** One to three damages. */
  byte[] text(byte[] good) {
    byte[] bytes = good;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = textOnce(bytes);
    }
    return bytes;
  }

  private byte[] textOnce(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(Math.min(LONGEST, bytes.length - from + 1));
    return switch (random.nextInt(6)) {
      case 0 -> replace(bytes, from, to, new byte[0]);
      case 1 -> replace(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      case 2 -> replace(bytes, from, to, new byte[] {LIKELY[random.nextInt(LIKELY.length)]});
      case 3 -> replace(bytes, from, to, new byte[] {(byte) random.nextInt(256)});
      case 4 -> number(bytes, from);
      default -> Arrays.copyOf(bytes, from);
    };
  }

  /** Puts a value in place of the next number. */
  private byte[] number(byte[] bytes, int near) {
    int from = near;
    while (from < bytes.length && !Character.isDigit(bytes[from])) {
      from++;
    }
    int to = from;
    while (to < bytes.length && Character.isDigit(bytes[to])) {
      to++;
    }
    String word = WORDS.get(random.nextInt(WORDS.size()));
    return replace(bytes, from, to, word.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] replace(byte[] bytes, int from, int to, byte[] with) {
    return ByteBuffer.allocate(bytes.length - (to - from) + with.length)
        .put(bytes, 0, from)
        .put(with)
        .put(bytes, to, bytes.length - to)
        .array();
  }

  /** A file of tensors: its length, its header with a length that fits, or its numbers. */
  byte[] tensors(byte[] good) {
    int header = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    int dataStart = Long.BYTES + header;
    return switch (random.nextInt(8)) {
      case 0 -> text(good);
      case 1 -> lyingLength(good);
      case 2 -> wildNumbers(good, dataStart);
      default -> wildHeader(good, dataStart);
    };
  }

  private byte[] lyingLength(byte[] good) {
    byte[] lying = good.clone();
    lying[random.nextInt(Long.BYTES)] = (byte) random.nextInt(256);
    return lying;
  }

  private byte[] wildNumbers(byte[] good, int dataStart) {
    byte[] wild = good.clone();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      wild[dataStart + random.nextInt(good.length - dataStart)] = (byte) random.nextInt(256);
    }
    return wild;
  }

  private byte[] wildHeader(byte[] good, int dataStart) {
    byte[] json = text(Arrays.copyOfRange(good, Long.BYTES, dataStart));
    return ByteBuffer.allocate(Long.BYTES + json.length + good.length - dataStart)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(good, dataStart, good.length - dataStart)
        .array();
  }
}

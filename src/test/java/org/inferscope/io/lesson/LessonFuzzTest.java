package org.inferscope.io.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages a good file at random: it is read, or refused with a line, and nothing else happens. */
class LessonFuzzTest {
  private static final byte[] GOOD = Sample.TEXT.getBytes(StandardCharsets.UTF_8);
  private static final byte[] LIKELY =
      "{}[]\",:0123456789.eE+-truefalsnN\\u/ \n\r\t\0".getBytes(StandardCharsets.UTF_8);
  private static final int FILES = 3_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aDamagedFileIsReadOrRefusedAtALine(long seed) {
    Random random = new Random(seed);
    int lines = (int) Sample.TEXT.lines().count();
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] damaged = damage(GOOD, random);
      try {
        Lesson lesson = Lesson.parse("fuzz", damaged);
        lesson.read(Sample.CODEC);
        assertThat(Lesson.parse("again", lesson.toBytes())).isEqualTo(lesson);
        read++;
      } catch (LessonException e) {
        assertThat(e.line()).isBetween(1, lines + 40);
        refused++;
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isGreaterThan(FILES / 2);
  }

  private static byte[] damage(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      bytes = damageOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] damageOnce(byte[] bytes, Random random) {
    if (bytes.length < 2) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(Math.min(30, bytes.length - from));
    return switch (random.nextInt(5)) {
      case 0 -> replace(bytes, from, to, new byte[0]);
      case 1 -> replace(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      case 2 -> replace(bytes, from, from + 1, new byte[] {LIKELY[random.nextInt(LIKELY.length)]});
      case 3 -> replace(bytes, from, from + 1, new byte[] {(byte) random.nextInt(256)});
      default -> random.nextInt(10) == 0 ? Arrays.copyOf(bytes, from) : bytes.clone();
    };
  }

  private static byte[] replace(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}

package org.inferscope.model.gpt2.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextStreamTest {
  @Test
  void aCharacterComesWhenItIsWhole() {
    TextStream stream = new TextStream();
    byte[] thumb = "👍".getBytes(StandardCharsets.UTF_8);

    assertThat(stream.add(new byte[] {'a', thumb[0]})).isEqualTo("a");
    assertThat(stream.add(new byte[] {thumb[1], thumb[2]})).isEmpty();
    assertThat(stream.add(new byte[] {thumb[3], 'b'})).isEqualTo("👍b");
    assertThat(stream.finish()).isEmpty();
  }

  @Test
  void halfACharacterAtTheEndIsReplaced() {
    TextStream stream = new TextStream();
    assertThat(stream.add(new byte[] {(byte) 0xE6, (byte) 0xBC})).isEmpty();
    assertThat(stream.finish()).isEqualTo("\uFFFD");
    assertThat(stream.add(new byte[] {'x'})).isEqualTo("x");
  }

  @Test
  void anyBytesInAnyPiecesGiveTheirText() {
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = i % 2 == 0 ? anyBytes(random) : characters(random);
      TextStream stream = new TextStream();
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < bytes.length; ) {
        int to = Math.min(bytes.length, at + random.nextInt(4));
        text.append(stream.add(Arrays.copyOfRange(bytes, at, to)));
        at = to;
      }
      text.append(stream.finish());
      assertThat(text).hasToString(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** Mostly bytes that start or go on with a character. */
  private static byte[] anyBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(30)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0x80 + random.nextInt(128));
    }
    return bytes;
  }

  private static byte[] characters(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      text.appendCodePoint(random.nextInt(0xD800) + (random.nextBoolean() ? 0 : 0xE000));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}

package org.inferscope.model.gpt2.tokenizer;

import java.util.List;
import java.util.Random;

/** Texts in many scripts, words and all that is between them, from a seed. */
final class RandomTexts {
  /** Letters and signs from and to, long assigned, so that every Unicode version knows them. */
  private static final int[][] RANGES = {
    {'a', 'z'},
    {'A', 'Z'},
    {'0', '9'},
    {'!', '/'},
    {':', '@'},
    {'[', '`'},
    {'{', '~'},
    {0xA1, 0xFF},
    {0x100, 0x17F},
    {0x391, 0x3A1},
    {0x3B1, 0x3C9},
    {0x410, 0x44F},
    {0x5D0, 0x5EA},
    {0x627, 0x64A},
    {0x660, 0x669},
    {0x905, 0x939},
    {0x93E, 0x94D},
    {0xE01, 0xE3A},
    {0x4E00, 0x9FA5},
    {0x3041, 0x3096},
    {0x30A1, 0x30FA},
    {0xAC00, 0xD7A3},
    {0x300, 0x36F},
    {0x1F600, 0x1F64F},
    {0x1F3FB, 0x1F3FF},
    {0x1D400, 0x1D454},
    {0x20000, 0x2A6D6},
    {0x2000, 0x200F},
    {0x2028, 0x202F},
    {0, 0x1F},
    {0x7F, 0xA0},
    {0xE000, 0xF8FF},
    {0xF0000, 0xFFFFD},
    {0xFDD0, 0xFDEF},
    {0xFFF0, 0xFFFD},
  };

  private static final List<String> WHOLE =
      List.of(
          "👩\u200D👩\u200D👧",
          "👍🏽",
          "🏳\uFE0F\u200D🌈",
          "e\u0301",
          "क्षि",
          "ทำ",
          "한글",
          "\u1112\u1161\u11AB",
          "'s",
          "'re",
          "'LL",
          "n't",
          " the",
          "  ",
          "\n\n",
          "\r\n",
          "\t",
          "\u00A0",
          "\u3000",
          "\u0000",
          "\uFEFF",
          "1234567",
          "...",
          "http://",
          "<|endoftext",
          "ſ",
          "İ",
          "ß",
          "ﬁ");

  private final Random random;

  RandomTexts(long seed) {
    random = new Random(seed);
  }

  /** Up to 60 parts: runs of a script, runs of one sign, and what is special as a whole. */
  String next() {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(12); parts >= 0; parts--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append(WHOLE.get(random.nextInt(WHOLE.size())));
        case 1 -> text.append(" ".repeat(random.nextInt(4)));
        case 2 -> text.append(Character.toString(codePoint()).repeat(1 + random.nextInt(40)));
        default -> appendWord(text);
      }
    }
    return text.toString();
  }

  /** The same with surrogates that have no partner. */
  String nextBroken() {
    StringBuilder text = new StringBuilder(next());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      char alone = (char) (Character.MIN_SURROGATE + random.nextInt(2048));
      text.insert(random.nextInt(text.length() + 1), alone);
    }
    return text.toString();
  }

  private void appendWord(StringBuilder text) {
    int[] range = range();
    for (int letters = 1 + random.nextInt(8); letters > 0; letters--) {
      text.appendCodePoint(in(range));
    }
  }

  private int codePoint() {
    return in(range());
  }

  private int[] range() {
    return RANGES[random.nextInt(RANGES.length)];
  }

  private int in(int[] range) {
    return range[0] + random.nextInt(range[1] - range[0] + 1);
  }
}

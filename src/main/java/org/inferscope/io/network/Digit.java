package org.inferscope.io.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.network.InputBatch;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * A digit on 8×8 pixels. Immutable, any thread.
 *
 * @param label which, 0 to 9
 * @param ink 64 letters, row by row: {@code 0} paper to {@code g} full ink, 16 steps
 */
public record Digit(int label, String ink) {
  /** Pixels in a row, and rows. */
  public static final int SIDE = 8;

  private static final int STEPS = 16;
  private static final int RADIX = STEPS + 1;

  /** Refuses labels and ink that are none. */
  public Digit {
    Args.inRange(label, 0, 9, "label");
    boolean pixels = ink.chars().allMatch(letter -> Character.digit(letter, RADIX) >= 0);
    Args.require(ink.length() == SIDE * SIDE && pixels, "ink", ink, "64 letters from 0 to g");
  }

  /** Pixel k, 0 paper to 1 full ink. */
  public float pixel(int k) {
    return (float) Character.digit(ink.charAt(k), RADIX) / STEPS;
  }

  /** Digits, one a line as {@code label ink}, with lines of {@code #} between them left out. */
  static List<Digit> read(BufferedReader lines) throws IOException {
    List<Digit> digits = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        digits.add(new Digit(Character.digit(line.charAt(0), 10), line.substring(1).strip()));
      }
    }
    return digits;
  }

  /** The digits as inputs of a network [T, 64]. */
  public static InputBatch batch(List<Digit> digits) {
    return InputBatch.of(
        Matrix.generate(digits.size(), SIDE * SIDE, (row, k) -> digits.get(row).pixel(k)));
  }
}

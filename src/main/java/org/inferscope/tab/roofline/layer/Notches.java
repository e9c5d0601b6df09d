package org.inferscope.tab.roofline.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that a slider stops at: each power of two and seven steps to the next, so that all of
 * them are round in binary, with 0 before them where that is allowed. Immutable.
 */
final class Notches {
  private static final int STEPS = 8;

  private final int[] numbers;

  private Notches(int[] numbers) {
    this.numbers = numbers;
  }

  /**
   * The notches of a range.
   *
   * @param min 0 or 1
   * @param max a power of two
   */
  static Notches of(int min, int max) {
    List<Integer> numbers = new ArrayList<>();
    if (min == 0) {
      numbers.add(0);
    }
    for (int octave = 1; octave < max; octave *= 2) {
      for (int step = 0; step < STEPS; step++) {
        // Below 8 there are fewer whole numbers than steps.
        if (octave * step % STEPS == 0) {
          numbers.add(octave + octave * step / STEPS);
        }
      }
    }
    numbers.add(max);
    return new Notches(numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  int count() {
    return numbers.length;
  }

  int number(int notch) {
    return numbers[notch];
  }

  /** The notch of the nearest number below or at this one; the last for all beyond it. */
  int at(int number) {
    int found = Arrays.binarySearch(numbers, number);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}

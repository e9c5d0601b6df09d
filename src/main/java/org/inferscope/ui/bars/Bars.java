package org.inferscope.ui.bars;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.inferscope.ui.theme.Role;

/**
 * All that a painter of bars needs to know besides where they lie.
 *
 * @param bars the bars, top to bottom
 * @param scale what their lengths stand for
 * @param words what is written around them
 * @param hovered the bar under the pointer or in focus, or −1
 * @param draggable whether the hovered bar shows a handle
 */
public record Bars(List<Bar> bars, BarScale scale, Words words, int hovered, boolean draggable) {
  /**
   * What is written around the bars; an empty text leaves its place free.
   *
   * @param title above all
   * @param lanes what the numbers of the bars count, above them
   * @param axis what the lengths stand for, below the ticks
   */
  public record Words(String title, String lanes, String axis) {
    public static final Words NONE = new Words("", "", "");
  }

  /** Copies the list. */
  public Bars {
    bars = List.copyOf(bars);
  }

  /** Plain bars of a vector. */
  public static Bars of(float[] values, BarScale scale, IntFunction<Role> roles) {
    List<Bar> bars =
        IntStream.range(0, values.length).mapToObj(i -> Bar.of(values[i], roles.apply(i))).toList();
    return new Bars(bars, scale, Words.NONE, -1, false);
  }

  /** The same with texts around. */
  public Bars titled(String title, String lanes, String axis) {
    return new Bars(bars, scale, new Words(title, lanes, axis), hovered, draggable);
  }

  /** The same with other bars. */
  public Bars with(List<Bar> others) {
    return new Bars(others, scale, words, hovered, draggable);
  }

  /** The same with the pointer over a bar, or over none (−1), that can be dragged or not. */
  public Bars hovering(int bar, boolean canBeDragged) {
    return new Bars(bars, scale, words, bar, canBeDragged);
  }

  /** Bar i alone lit, all others faded. */
  public Bars lighting(int i) {
    return with(
        IntStream.range(0, bars.size())
            .mapToObj(k -> bars.get(k).with(k == i ? Light.LIT : Light.FADED))
            .toList());
  }
}

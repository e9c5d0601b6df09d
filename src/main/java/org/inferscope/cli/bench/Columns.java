package org.inferscope.cli.bench;

import java.io.PrintWriter;
import org.inferscope.compute.Device;
import org.inferscope.compute.bench.Timing;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** How the benchmarks' tables are aligned, a line printed as soon as it is there. */
final class Columns {
  private static final int NUMBER_WIDTH = 11;
  private static final int WIDE_WIDTH = 15;

  private final PrintWriter out;

  Columns(PrintWriter out) {
    this.out = out;
  }

  /** What a name stands for. */
  void stands(String name, String program, Device device) {
    print(Texts.get("cli.bench.isOn", name, program, device.name()));
  }

  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Numbers at the right of their columns. */
  static String numbers(String... numbers) {
    return numbers(NUMBER_WIDTH, numbers);
  }

  /** The same for numbers that have a unit. */
  static String wideNumbers(String... numbers) {
    return numbers(WIDE_WIDTH, numbers);
  }

  private static String numbers(int width, String... numbers) {
    StringBuilder columns = new StringBuilder();
    for (String number : numbers) {
      columns.append(" ".repeat(Math.max(1, width - number.length()))).append(number);
    }
    return columns.append("  ").toString();
  }

  /** A text at the left of its column. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  /** How many samples there are, and why not more. */
  static String reps(Timing timing) {
    String reps = Numbers.count(timing.reps());
    return timing.complete() ? reps : Texts.get("cli.bench.stopped", reps);
  }
}

package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.tab.roofline.desk.SweepPlan;
import org.inferscope.text.Texts;

/**
 * Sizes as a person types them: {@code 64, 128, 1x768x3072}. Any thread.
 *
 * @param sizes what could be read, in order, each once
 * @param problems a sentence for each entry that could not
 */
record SizeList(List<MatmulSize> sizes, List<String> problems) {

  /** Copies the lists. */
  SizeList {
    sizes = List.copyOf(sizes);
    problems = List.copyOf(problems);
  }

  /** Reads entries that commas, semicolons or spaces separate. */
  static SizeList parse(String text) {
    List<MatmulSize> sizes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    String tight = text.toLowerCase(Locale.ROOT).replaceAll("\\s*[x×]\\s*", "x");
    for (String entry : tight.split("[,;\\s]+")) {
      if (!entry.isEmpty()) {
        read(entry, sizes, problems);
      }
    }
    if (problems.isEmpty() && sizes.isEmpty()) {
      problems.add(Texts.get("rooflinesweep.sizes.none"));
    }
    if (sizes.size() > SweepPlan.MOST_SIZES) {
      problems.add(Texts.get("rooflinesweep.sizes.many", sizes.size(), SweepPlan.MOST_SIZES));
    }
    return new SizeList(sizes, problems);
  }

  private static void read(String entry, List<MatmulSize> sizes, List<String> problems) {
    try {
      MatmulSize size = MatmulSize.parse(entry);
      if (Math.max(size.m(), Math.max(size.k(), size.n())) > SweepPlan.LARGEST) {
        problems.add(
            Texts.get("rooflinesweep.sizes.large", entry, Integer.toString(SweepPlan.LARGEST)));
      } else if (!sizes.contains(size)) {
        sizes.add(size);
      }
    } catch (InferscopeException e) {
      problems.add(e.sentence());
    }
  }

  /** Whether all of it could be read. */
  boolean isGood() {
    return problems.isEmpty();
  }

  /** The sizes as they would be typed. */
  static String text(List<MatmulSize> sizes) {
    return sizes.stream().map(SizeList::typed).collect(Collectors.joining(", "));
  }

  private static String typed(MatmulSize size) {
    return isSquare(size) ? Integer.toString(size.m()) : size.toString();
  }

  /** Whether it is N×N times N×N. */
  static boolean isSquare(MatmulSize size) {
    return size.m() == size.k() && size.k() == size.n();
  }

  /** The size in a table or a title: {@code 512} or {@code 1×768×3072}. */
  static String label(MatmulSize size) {
    return typed(size).replace('x', '×');
  }

  /** Where a product stands on an axis of sizes: ∛(M·K·N), for a square one N. */
  static double side(MatmulSize size) {
    return Math.cbrt((double) size.m() * size.k() * size.n());
  }
}

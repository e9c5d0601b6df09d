package org.inferscope.tab.network.views;

import java.util.List;

/**
 * What the compare view is painted from.
 *
 * @param layout where everything lies
 * @param comparison the two runs
 * @param limits what the full length of a bar of A or B stands for, for each pair
 * @param differences the same for the differences
 * @param lit the unit that stands out
 * @param headline by how much the output moves
 * @param sub what differs
 * @param footer about the unit that is lit
 */
record CompareScene(
    CompareLayout layout,
    Comparison comparison,
    List<Double> limits,
    List<Double> differences,
    Lit lit,
    String headline,
    String sub,
    String footer) {
  CompareScene {
    limits = List.copyOf(limits);
    differences = List.copyOf(differences);
  }

  /** A unit of a pair of columns; −1 for none. */
  record Lit(int pair, int unit) {
    static final Lit NOTHING = new Lit(-1, -1);
  }
}

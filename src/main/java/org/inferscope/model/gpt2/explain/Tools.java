package org.inferscope.model.gpt2.explain;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;

/**
 * What every part explains with.
 *
 * @param pass the numbers
 * @param names short names
 * @param sites names of numbers at sites in plain words
 */
record Tools(Pass pass, Names names, SiteWords sites) {
  /** A token's row at a point [columns]. */
  NamedRow row(HookPoint point, int position) {
    return NamedRow.of(pass.row(point, position), i -> new At(point, position, i));
  }

  /** A token's row of one head at a point [D/H]. */
  NamedRow headRow(Site site, int layer, int head, int position) {
    HookPoint point = new HookPoint(site, layer);
    int first = head * pass.headWidth();
    return NamedRow.of(
        pass.headRow(site, layer, head, position), i -> new At(point, position, first + i));
  }

  /** A row of a weight matrix. */
  NamedRow weightRow(String parameter, int row) {
    return NamedRow.of(pass.read(parameter).row(row), i -> new Weight(parameter, row, i));
  }

  /** Some rows of a column of a weight matrix. */
  NamedRow weightColumn(String parameter, int col, int firstRow, int count) {
    float[] numbers = pass.read(parameter).column(col, firstRow, count);
    return NamedRow.of(numbers, i -> new Weight(parameter, firstRow + i, col));
  }

  /** {@code x · w}. */
  Dot dot(NamedRow x, NamedRow w) {
    return Dot.of(names, x, w);
  }

  /** {@code x · w + b[i]}. */
  Dot dot(NamedRow x, NamedRow w, String bias, int i) {
    ValueRef ref = new Weight(bias, 0, i);
    return dot(x, w).plus(pass.read(bias).get(0, i), ref);
  }
}

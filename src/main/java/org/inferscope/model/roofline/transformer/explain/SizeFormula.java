package org.inferscope.model.roofline.transformer.explain;

import java.util.List;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Size;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;

/**
 * A formula over sizes, to be written with their letters or with their numbers.
 *
 * @param pattern with a {@code %s} for each size
 * @param sizes in the order of the pattern
 */
record SizeFormula(String pattern, List<TransformerSize> sizes) {
  /** Copies the list. */
  SizeFormula {
    sizes = List.copyOf(sizes);
  }

  static SizeFormula of(String pattern, TransformerSize... sizes) {
    return new SizeFormula(pattern, List.of(sizes));
  }

  /** "2·L·Hkv·E·a". */
  String symbols() {
    return pattern.formatted(sizes.stream().map(TransformerSize::symbol).toArray());
  }

  /** "2·32·32·128·2". */
  String numbers(TransformerSnapshot snapshot, When when) {
    return pattern.formatted(sizes.stream().map(size -> size.text(snapshot, when)).toArray());
  }

  /** Each size once. */
  List<ValueRef> refs(When when) {
    return sizes.stream().distinct().<ValueRef>map(size -> new Size(size, when)).toList();
  }
}

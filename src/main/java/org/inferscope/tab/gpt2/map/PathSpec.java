package org.inferscope.tab.gpt2.map;

import java.util.List;
import org.inferscope.model.gpt2.walk.Walk;

/**
 * What a path's layout depends on.
 *
 * @param walk the steps
 * @param width of the whole path, in pixels
 * @param unit pixels of an unscaled pixel
 * @param type size of the type, in pixels
 * @param zoom how high nodes are, 1 for as high as their text needs
 * @param open how far each block is unfolded, 0 to 1
 */
record PathSpec(Walk walk, double width, double unit, double type, double zoom, List<Double> open) {
  /** Copies the list. */
  PathSpec {
    open = List.copyOf(open);
  }
}

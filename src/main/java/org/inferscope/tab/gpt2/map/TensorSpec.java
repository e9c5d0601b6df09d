package org.inferscope.tab.gpt2.map;

import java.util.List;

/**
 * What the layout of a tensor depends on.
 *
 * @param tensor what is laid out, by identity of its numbers
 * @param width of the place, in pixels
 * @param height of the place
 * @param unit pixels of an unscaled pixel
 * @param type size of the type, in pixels
 * @param cell width of a cell, in pixels; 0 where all of a row is to be seen
 * @param labels width of the widest token, in pixels
 */
record TensorSpec(
    StepTensor tensor,
    double width,
    double height,
    double unit,
    double type,
    double cell,
    double labels) {

  List<Piece> pieces() {
    return tensor.pieces();
  }
}

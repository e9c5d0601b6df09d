/**
 * How every number of the Network tab came to be: names of values, and an explainer that follows an
 * output back through the layers to the input and the weights; and the figures of the table of
 * parameters.
 *
 * <p>Pure Java without a toolkit. A snapshot is immutable, and an explainer may be asked on any
 * thread; it computes only what it is asked for, at most one sum over a layer's inputs, or a
 * layer's sums where softmax follows or an input is not in focus.
 *
 * <p>Names on screen count from 1: W⁽²⁾₃₄ is the weight from unit 4 of layer 1 to unit 3 of layer
 * 2, z⁽²⁾₃ that unit's sum with bias, h⁽²⁾₃ what it passes on, x the input, y the last layer's
 * output. In a batch they are capitals, the row first.
 */
@NullMarked
package org.inferscope.model.network.explain;

import org.jspecify.annotations.NullMarked;

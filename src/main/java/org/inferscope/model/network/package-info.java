/**
 * A multilayer perceptron: its plan (widths, activations, where weights come from), the network
 * that is built from it, and a forward pass that keeps every layer's activations.
 *
 * <p>Pure Java without a toolkit, used by the Network tab, files and commands. Plans, networks,
 * batches and traces are immutable and may be used on any thread; {@link
 * org.inferscope.model.network.WeightDrawing} and {@link org.inferscope.model.network.ForwardPass}
 * belong to one thread at a time, the compute thread in the app, since large networks take seconds.
 *
 * <p>Letters: T inputs of the batch, I and O the widths before and after a layer, l a layer counted
 * from 0, c a column of numbers counted from 0: column 0 is the input, column l + 1 what layer l
 * gives.
 */
@NullMarked
package org.inferscope.model.network;

import org.jspecify.annotations.NullMarked;

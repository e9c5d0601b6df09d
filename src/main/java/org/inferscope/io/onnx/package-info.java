/**
 * Multilayer perceptrons out of ONNX files: a chain of matrix products with biases and activations,
 * as exporters of training libraries write it. Whatever else a file holds is refused with the name
 * and type of the node, never left out silently.
 *
 * <p>Called by the Network tab's open action; may be called on any thread, but waits for the disk
 * and holds the whole file in memory: for a job. The format's classes come from a library, which is
 * used nowhere else. The operators are described at {@code https://onnx.ai/onnx/operators}.
 */
@NullMarked
package org.inferscope.io.onnx;

import org.jspecify.annotations.NullMarked;

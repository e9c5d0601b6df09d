/**
 * Writes a network and its input as programs that run as pasted and print the numbers on screen:
 * with NumPy, with PyTorch, and as plain Java.
 *
 * <p>Called by the Network tab's code panel, for large networks in a job, since a million weights
 * take a moment. Stateless, any thread. Few weights are written out, more are packed into base64,
 * and the largest networks' programs read them from a file that the person is told to save.
 *
 * <p>Layers are numbered from 1 in the programs, as in formulas; PyTorch's own names count from 0.
 */
@NullMarked
package org.inferscope.model.network.code;

import org.jspecify.annotations.NullMarked;

/**
 * The linear layer y = W·x + b taken apart: what it computes for one input and for a batch, term by
 * term, where weights start from, what it costs, what it does to space, what lower precision does
 * to it, and how every number came to be.
 *
 * <p>Letters used throughout: T rows of the batch, I inputs, O outputs. W is [O, I], b is [O, 1], a
 * batch X is [T, I] with one input vector a row, and Y = X·Wᵀ + b is [T, O]; i runs over outputs, j
 * over inputs. Indices count from 0 in code and from 1 in texts ("W₁₂"). One input vector is a
 * batch of one row, whose numbers are named x₁ and y₁; in a larger batch they are X₂₁ and Y₂₁, row
 * first ({@link org.inferscope.model.linear.LinearNames}).
 *
 * <p>Arithmetic is float32, each product and each sum rounded once: the first product of an output
 * is stored, later ones are added in order of j, and the bias is added last. So an output has I + 1
 * terms. "Exact" means float64 from the same float32 numbers, here and wherever an error is shown,
 * so that an error is that of the arithmetic and not that of typing 0.1.
 *
 * <p>Everything here is immutable and may be used on any thread; no toolkit, no I/O.
 */
@NullMarked
package org.inferscope.model.linear;

import org.jspecify.annotations.NullMarked;

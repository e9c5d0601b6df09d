/**
 * The matrix product C = A·B taken apart: six orders to do the same multiply-adds, the state after
 * every one of them, what each reads and writes, what it costs, and how every number came to be.
 *
 * <p>Letters used throughout: A is [M, K], B is [K, N], C is [M, N]; i runs over rows of A and C, j
 * over columns of B and C, k over the inner dimension. Indices count from 0 in code and from 1 in
 * texts ("C₁₁"). Arithmetic is float32, each product and each sum rounded once, as the triple loop
 * does it; the first product of an element is stored and later ones are added, so a product of K
 * terms takes K multiplies and K − 1 adds.
 *
 * <p>Memory model of the counters. A loop nest reads an operand from memory whenever it uses it,
 * except for the one value that its innermost loop does not change, which stays in a register:
 *
 * <ul>
 *   <li>dot product (ijk): the running sum; C is written once an element, never read
 *   <li>row combination (ikj): A[i,k]; C is written at every multiply-add and read at all but the
 *       first of each element
 *   <li>column combination (jki): B[k,j]; C as above
 *   <li>outer-product sum (kij): A[i,k]; C as above
 *   <li>tiled: a fast memory of three tiles; only traffic with slow memory is counted, when a tile
 *       of A or B is loaded and when a finished tile of C is stored
 *   <li>systolic array: an element of A or B is read once, when it enters the grid at the left or
 *       the top, and handed on from cell to cell; C is written when its cell is finished
 * </ul>
 *
 * <p>Everything here is immutable and may be used on any thread; no toolkit, no I/O besides the
 * packaged list of devices.
 */
@NullMarked
package org.inferscope.model.matmul;

import org.jspecify.annotations.NullMarked;

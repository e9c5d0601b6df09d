/**
 * Why a product of matrices is fast or slow: operations, bytes, and their quotient, held against
 * the roof of a device (Parts 7 and 8 of the notebook). Letters: a product is [M, K] x [K, N] ->
 * [M, N]. Counts are kept as doubles, exact up to 2⁵³. Used by the Roofline tab. Immutable; any
 * thread.
 */
@NullMarked
package org.inferscope.model.roofline;

import org.jspecify.annotations.NullMarked;

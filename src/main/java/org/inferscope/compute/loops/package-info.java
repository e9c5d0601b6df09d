/**
 * Products of matrices in plain Java, to be read and to be measured against libraries: the same
 * multiply-adds in a different order, each version a step faster than the one before. {@link
 * org.inferscope.compute.loops.LoopMatmul} offers them as implementations; the loops themselves are
 * in the classes named after them.
 *
 * <p>Made by the composition root; measured on the compute thread, the last version with a crew of
 * threads beside it.
 */
@NullMarked
package org.inferscope.compute.loops;

import org.jspecify.annotations.NullMarked;

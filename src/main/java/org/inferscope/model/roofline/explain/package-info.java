/**
 * How the figures of a product under a roof came to be, for the inspector: intensity from
 * operations and bytes, time from the roof, the share of the roof from the timed runs. Immutable;
 * any thread.
 */
@NullMarked
package org.inferscope.model.roofline.explain;

import org.jspecify.annotations.NullMarked;

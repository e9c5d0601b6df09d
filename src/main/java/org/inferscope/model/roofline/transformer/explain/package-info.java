/**
 * How the figures of a transformer came to be, for the inspector: totals as the sums of their
 * products, shares, parameters, the cache of keys and values, tokens a second, the context from
 * which attention outgrows the feed-forward block; all down to the sizes that were typed. Letters
 * as in the package above, but Hkv for the heads of keys and values, since G counts products there.
 * Used by the Roofline tab's layer view. Immutable; any thread.
 */
@NullMarked
package org.inferscope.model.roofline.transformer.explain;

import org.jspecify.annotations.NullMarked;

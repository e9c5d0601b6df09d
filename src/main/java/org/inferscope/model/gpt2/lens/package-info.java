/**
 * How the rank of a token in the logit lens came to be; everything else in the lens is explained by
 * {@link org.inferscope.model.gpt2.explain.Gpt2Explainer}, which this one goes on to.
 *
 * <p>Called by the explorer tab. Immutable; for any thread on which the weights may be read.
 */
@NullMarked
package org.inferscope.model.gpt2.lens;

import org.jspecify.annotations.NullMarked;

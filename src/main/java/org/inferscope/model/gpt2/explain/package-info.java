/**
 * How the numbers of a GPT-2's forward pass came to be: {@link
 * org.inferscope.model.gpt2.explain.Gpt2Ref} names a number, {@link
 * org.inferscope.model.gpt2.explain.Gpt2Explainer} explains it with the numbers of one pass, down
 * to weights and to the tokens that were typed.
 *
 * <p>Called by the explorer tab. Immutable; for any thread on which the weights may be read.
 */
@NullMarked
package org.inferscope.model.gpt2.explain;

import org.jspecify.annotations.NullMarked;

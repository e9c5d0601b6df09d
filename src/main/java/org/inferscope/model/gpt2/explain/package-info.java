/**
 * How the numbers of a GPT-2's forward pass came to be: {@link
 * org.inferscope.model.gpt2.explain.Gpt2Ref} names a number, {@link
 * org.inferscope.model.gpt2.explain.Gpt2Explainer} explains it with the numbers of one pass, down
 * to weights and to the tokens that were typed.
 *
 * <p>Called by the explorer tab. Immutable; for any thread on which the weights may be read. They
 * lie in mapped memory, so what reads them lives no longer than one explanation.
 *
 * <p>Each number is recomputed in float64 from the float32 numbers one step before it, so that the
 * difference shown is that of one step. A logit is told in two ways, as a dot product and as the
 * sum of what each part of the model wrote into the residual stream for it: {@link
 * org.inferscope.model.gpt2.explain.Part}, {@link
 * org.inferscope.model.gpt2.explain.Gpt2Explainer#contributions}.
 *
 * <p>Of long sums the largest terms are told, since the event thread waits. Of GPT-2 small's shapes
 * a dot product takes some 2 ms, a logit by parts 10, a probability of the logit lens, which takes
 * all logits of a hidden state, 40 the first time.
 */
@NullMarked
package org.inferscope.model.gpt2.explain;

import org.jspecify.annotations.NullMarked;

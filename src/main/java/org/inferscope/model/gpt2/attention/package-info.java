/**
 * What the attention weights of a pass say about its heads: how far a head looks, how much it
 * spreads, and how much of what is known from the literature it does. {@link
 * org.inferscope.model.gpt2.attention.HeadFigure} defines each figure, {@link
 * org.inferscope.model.gpt2.attention.HeadFigures} has those of all heads, {@link
 * org.inferscope.model.gpt2.attention.AttentionExplainer} takes one apart into the weights behind
 * it.
 *
 * <p>All figures are means over the prompt's tokens but the first, which sees nothing but itself,
 * and are computed in float64 from the weights as the pass has them. They say what a head does in
 * this prompt, not what it is for: a score near that of a head that looks everywhere alike says
 * nothing, so tags ask for more than that.
 *
 * <p>Called by the explorer tab. Immutable, any thread.
 */
@NullMarked
package org.inferscope.model.gpt2.attention;

import org.jspecify.annotations.NullMarked;

/**
 * What a GPT-2 would say without some of its parts: {@link
 * org.inferscope.model.gpt2.whatif.Ablation} says which heads, MLPs and tokens are taken away and
 * what stands in for them, {@link org.inferscope.model.gpt2.whatif.Comparison} holds the pass
 * without them against the pass with all, and {@link org.inferscope.model.gpt2.whatif.Importance}
 * says of each head and MLP what becomes of one token's logit when it alone is taken away.
 *
 * <p>A head is replaced in what it read ({@code hook_z}), an MLP in what it adds to the residual
 * stream ({@code hook_mlp_out}), both for every token of the prompt. A token is replaced in the
 * vector that enters block 0, token plus position embedding ({@code hook_resid_pre}): its column
 * stays, and others can still look at it, but find nothing of the word there. Biases stay.
 *
 * <p>Called by the explorer's view of what if. Immutable, for any thread; what takes a model
 * belongs to the model's.
 */
@NullMarked
package org.inferscope.model.gpt2.whatif;

import org.jspecify.annotations.NullMarked;

package org.inferscope.model.gpt2.lens;

import org.inferscope.model.explain.ValueRef;

/**
 * The place of a token among all that could come next, if the model ended at a hidden state: 1 for
 * the most probable.
 *
 * @param state from 0 to L
 * @param position the token that it would come after
 * @param id the token
 */
public record LensRank(int state, int position, int id) implements ValueRef {}

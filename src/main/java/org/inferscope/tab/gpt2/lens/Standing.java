package org.inferscope.tab.gpt2.lens;

import org.inferscope.model.gpt2.Distribution.Scored;

/**
 * Where a token stands if the model ended at a hidden state.
 *
 * @param state from 0 to L
 * @param rank 1 for the most probable
 * @param scored the token with its logit and probability
 */
record Standing(int state, int rank, Scored scored) {}

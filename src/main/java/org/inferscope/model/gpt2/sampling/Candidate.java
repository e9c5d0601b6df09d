package org.inferscope.model.gpt2.sampling;

/**
 * A token that may come next. Immutable.
 *
 * @param id from 0
 * @param probability by the model itself: softmax of the logits
 * @param logit by the model itself
 * @param chance that it was chosen with, after all settings; 0 if they rule it out
 */
public record Candidate(int id, double probability, float logit, double chance) {}

package org.inferscope.model.gpt2.explain;

/**
 * What a part of the model adds to a logit directly. Immutable, any thread.
 *
 * @param part who adds it
 * @param value how much, computed in float64
 */
public record PartContribution(Part part, double value) {}

package org.inferscope.remote;

/**
 * A token that may come next.
 *
 * @param id from 0
 * @param text what it stands for
 * @param probability by the model itself
 */
public record NextToken(int id, String text, double probability) {}

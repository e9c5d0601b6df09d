package org.inferscope.compute.bench;

/**
 * What repeating some work showed, in milliseconds a run.
 *
 * @param reps how many samples were taken
 * @param complete whether those were all that had been asked for
 */
public record Timing(int reps, double medianMs, double minMs, double maxMs, boolean complete) {}

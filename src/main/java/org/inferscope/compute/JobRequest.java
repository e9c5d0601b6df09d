package org.inferscope.compute;

/**
 * A job to be done.
 *
 * @param title what it is called in the status bar, in the display language
 * @param work what it does
 * @param <T> what it computes
 */
public record JobRequest<T>(String title, Work<T> work) {}

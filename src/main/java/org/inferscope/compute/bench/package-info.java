/**
 * Measures how fast implementations and networks are, and what the machine could do at most: warm
 * up, synchronise, repeat, report the median with the fastest and the slowest. Nothing else should
 * run meanwhile, so a benchmark inside the app is a job of the compute service, and one on the
 * command line has the main thread to itself.
 *
 * <p>The machine's limits are measured in a process of their own where that can be started: it has
 * Java's Vector API, and the gigabyte that it reads is given back when it ends.
 *
 * <p>Used by commands, models and tabs; measuring belongs to the compute thread, results may be
 * read on any.
 */
@NullMarked
package org.inferscope.compute.bench;

import org.jspecify.annotations.NullMarked;

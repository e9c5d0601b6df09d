/**
 * Measures how fast backends are: warm up, synchronise, repeat, report the median with the fastest
 * and the slowest. Nothing else should run meanwhile, so a benchmark inside the app is a job of the
 * compute service, and one on the command line has the main thread to itself.
 *
 * <p>Used by commands, models and tabs, on whichever thread owns the {@link
 * org.inferscope.compute.Backend} handed in.
 */
@NullMarked
package org.inferscope.compute.bench;

import org.jspecify.annotations.NullMarked;

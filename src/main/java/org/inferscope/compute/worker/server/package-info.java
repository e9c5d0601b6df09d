/**
 * The program of the process that ND4J runs in, and what it and Inferscope say to each other. That
 * process has ND4J's libraries on its class path and of Inferscope this package alone, which
 * therefore uses nothing but the JDK and ND4J: no texts, no logger.
 *
 * <p>Started by {@link org.inferscope.compute.worker}, one process for each prepared product. It
 * has one thread, reads requests from standard input, answers each on standard output before it
 * reads the next, and ends where its input does: when it is told to, or when the process that
 * started it is gone.
 */
@NullMarked
package org.inferscope.compute.worker.server;

import org.jspecify.annotations.NullMarked;

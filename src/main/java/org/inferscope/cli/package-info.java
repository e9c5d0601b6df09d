/**
 * The commands, and every word Inferscope says in a terminal: thin shells over the same models and
 * the same compute service as the window. Only {@link org.inferscope.Inferscope} calls in here, on
 * the main thread; a command works on that thread and returns its exit code (0 done, 1 failed, 2
 * wrong use) instead of ending the process.
 */
@NullMarked
package org.inferscope.cli;

import org.jspecify.annotations.NullMarked;

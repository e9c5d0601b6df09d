/**
 * {@code inferscope worker}: the process that computes for another one, which has started it. Only
 * {@link org.inferscope.cli} makes the command, and hands in the devices that it can compute on;
 * nothing of a device is loaded before it is asked for. Main thread.
 */
@NullMarked
package org.inferscope.cli.worker;

import org.jspecify.annotations.NullMarked;

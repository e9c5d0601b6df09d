/**
 * The {@code bench} commands: what they are asked, what they print and the files they write; the
 * measuring itself is in {@link org.inferscope.compute.bench}. Called by the command line on the
 * main thread, which then owns the backends.
 */
@NullMarked
package org.inferscope.cli.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The {@code model} commands: which models there are, what one of them is, and how to get another.
 * Thin: finding and opening is in {@link org.inferscope.io.gpt2}, downloading in {@link
 * org.inferscope.io.hub}. Called by the command line on the main thread, which also downloads:
 * Ctrl+C ends it at once, and what has come so far stays for the next time.
 */
@NullMarked
package org.inferscope.cli.model;

import org.jspecify.annotations.NullMarked;

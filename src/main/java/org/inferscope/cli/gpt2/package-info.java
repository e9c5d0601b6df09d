/**
 * Commands that run GPT-2: a trace, a generated text. On the main thread, thin over {@code
 * model.gpt2} and {@code io.gpt2}.
 */
@NullMarked
package org.inferscope.cli.gpt2;

import org.jspecify.annotations.NullMarked;

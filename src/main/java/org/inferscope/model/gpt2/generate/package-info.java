/**
 * Text out of a model, token by token. Called by the command line and by the explorer, in jobs on
 * the compute thread; requests and results are immutable.
 */
@NullMarked
package org.inferscope.model.gpt2.generate;

import org.jspecify.annotations.NullMarked;

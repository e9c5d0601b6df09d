/**
 * How the numbers beside a pass came to be: chances after the sampling settings, the bytes of a KV
 * cache, measured times. What they were read from in the pass itself is explained by the pass's own
 * explainer, which these continue to. Called by the explorer, on the event thread.
 */
@NullMarked
package org.inferscope.model.gpt2.generate.explain;

import org.jspecify.annotations.NullMarked;

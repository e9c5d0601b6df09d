/**
 * Measures how long a model takes. Called by the command line and by the explorer; belongs to the
 * compute thread while it measures, results are immutable.
 */
@NullMarked
package org.inferscope.model.gpt2.bench;

import org.jspecify.annotations.NullMarked;

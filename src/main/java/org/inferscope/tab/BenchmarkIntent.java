package org.inferscope.tab;

import org.inferscope.ui.navigate.Intent;

/**
 * Measure products of matrices on the compute device that is in use, or about to be. The Roofline
 * tab takes it.
 */
public record BenchmarkIntent() implements Intent {}

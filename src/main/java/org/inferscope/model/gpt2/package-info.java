/**
 * GPT-2: its sizes, a forward pass that gives every value on the way, and generation.
 *
 * <p>Called by commands and by the explorer's presenter. Sizes, traces and what is chosen are
 * immutable and for any thread; what holds weights on a device belongs to the compute thread.
 */
@NullMarked
package org.inferscope.model.gpt2;

import org.jspecify.annotations.NullMarked;

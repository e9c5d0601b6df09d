/**
 * A GPT-2's forward pass as a walk: its operations one after the other, what each of their products
 * costs in operations (as the roofline counts them, Part 7 of the notebook), and how long each
 * takes, measured. Values are immutable and for any thread; {@link
 * org.inferscope.model.gpt2.walk.PassTimer} belongs to the compute thread.
 */
@NullMarked
package org.inferscope.model.gpt2.walk;

import org.jspecify.annotations.NullMarked;

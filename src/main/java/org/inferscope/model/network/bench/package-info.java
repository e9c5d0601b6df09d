/**
 * What running a network one input at a time and in batches has shown, and how each figure of it
 * came to be. The measuring itself is in {@link org.inferscope.compute.bench}.
 *
 * <p>Made by the Network tab's panel; immutable, any thread.
 */
@NullMarked
package org.inferscope.model.network.bench;

import org.jspecify.annotations.NullMarked;

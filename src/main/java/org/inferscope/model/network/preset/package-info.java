/**
 * Networks to start from: each with its first inputs, a name, and what it is good for.
 *
 * <p>Pure Java without a toolkit; the Network tab offers them and the tests check what their texts
 * say. Everything is immutable and may be used on any thread. Trained weights come from outside,
 * since reading files is not this package's business.
 */
@NullMarked
package org.inferscope.model.network.preset;

import org.jspecify.annotations.NullMarked;

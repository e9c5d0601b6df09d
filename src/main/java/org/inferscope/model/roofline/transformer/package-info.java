/**
 * The products inside a transformer, layer by layer (Part 7 of the notebook), and what they come to
 * for a whole model: operations, bytes, parameters, the cache of keys and values, tokens a second
 * at the roof. Letters: B sequences, S new tokens of each, P tokens cached before, C = P + S the
 * context, D hidden width, H heads, G heads of keys and values, E width of a head, F width of the
 * feed-forward block, L layers, V vocabulary. Immutable; any thread.
 */
@NullMarked
package org.inferscope.model.roofline.transformer;

import org.jspecify.annotations.NullMarked;

/**
 * What hardware can do: published figures of devices, the catalogue of them, and the roof that a
 * device sets to everything computed on it (Williams, Waterman and Patterson, "Roofline", 2009).
 * Used by every model that asks how long something takes. Immutable; any thread.
 */
@NullMarked
package org.inferscope.model.hardware;

import org.jspecify.annotations.NullMarked;

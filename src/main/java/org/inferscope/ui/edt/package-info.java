/**
 * The event thread: how work gets onto it, and how repaints are held to what the eye can use. The
 * only package, with the rest of {@code ui}, that queues on it.
 *
 * <p>May be called by every view and by the app; each method names its thread.
 */
@NullMarked
package org.inferscope.ui.edt;

import org.jspecify.annotations.NullMarked;

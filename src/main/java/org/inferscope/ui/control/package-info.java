/**
 * Small controls that the toolkit lacks or that several tabs need alike: a choice of few as
 * segments, and a field for a whole number within limits. Both tell their listener only what the
 * person changed, never what the code set.
 *
 * <p>For views; event thread, also without a display.
 */
@NullMarked
package org.inferscope.ui.control;

import org.jspecify.annotations.NullMarked;

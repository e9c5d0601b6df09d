/**
 * Small controls that the toolkit lacks or that several tabs need alike: a choice of few as
 * segments, a choice out of a list, a field for a whole number within limits, figures that explain
 * themselves, paragraphs that wrap, panels that scroll. Choices and fields tell their listener only
 * what the person changed, never what the code set.
 *
 * <p>For views; event thread, also without a display.
 */
@NullMarked
package org.inferscope.ui.control;

import org.jspecify.annotations.NullMarked;

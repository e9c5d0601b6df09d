/**
 * Small helpers for everything that is painted by hand: rendering hints, text placed by its visual
 * centre, text that is cut to fit. They take only a {@code Graphics2D}, so that what uses them can
 * be painted without a window.
 *
 * <p>For painters and views, on the thread that paints.
 */
@NullMarked
package org.inferscope.ui.paint;

import org.jspecify.annotations.NullMarked;

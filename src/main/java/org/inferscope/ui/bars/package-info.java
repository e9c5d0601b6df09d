/**
 * Vectors shown as bars from a zero line: horizontal ones with an axis, which may be lit, compared
 * with an exact value, or dragged ({@link org.inferscope.ui.bars.BarsPainter}), and a row of small
 * upright ones for the terms of a sum ({@link org.inferscope.ui.bars.TermBars}). The sign is told
 * by the direction, whatever the colours.
 *
 * <p>Scale and layout are values without a toolkit, so that a view finds what lies under the
 * pointer with the same numbers that the painter used; the painters take only a {@link
 * org.inferscope.ui.paint.Brush}. All sizes are pixels of user space; "unit" is what an unscaled
 * pixel measures there. Painters on the thread that paints, everything else on any.
 */
@NullMarked
package org.inferscope.ui.bars;

import org.jspecify.annotations.NullMarked;

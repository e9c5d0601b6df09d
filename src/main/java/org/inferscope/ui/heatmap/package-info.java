/**
 * A matrix shown by colour: cells with their numbers while they fit, one picture with a pixel a
 * value where they do not, and the bar that says what the colours mean. Signed values lie on the
 * theme's diverging map, centred on zero; what is not a number has a frame of its own, since no
 * colour of the map may stand for it.
 *
 * <p>Painters take only a {@link org.inferscope.ui.paint.Brush} and plain values, so that they
 * paint without a window. One {@link org.inferscope.ui.heatmap.HeatmapPainter} for one matrix on
 * screen: it keeps that matrix's picture from frame to frame. For views of tabs, on the thread that
 * paints; {@link org.inferscope.ui.heatmap.ColourScale} on any.
 */
@NullMarked
package org.inferscope.ui.heatmap;

import org.jspecify.annotations.NullMarked;

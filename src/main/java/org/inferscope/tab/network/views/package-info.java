/**
 * Two more ways to look at the Network tab's run. The batch view shows every column's activations
 * for all inputs as a heatmap with the histogram of its values; colours and the histogram's axis
 * share one limit, so that the strip of colours under a histogram is also the heatmap's legend.
 * Where there are more numbers than pixels, a pixel shows the one of largest size, and the view
 * says so. The compare view puts two runs side by side, unit by unit, with their difference in the
 * middle; layers too wide for a bar each become silhouettes, which keep the direction of every bar.
 * Networks deeper than the window scroll sideways; the output stays in sight.
 *
 * <p>Layouts, comparisons and narrators know no toolkit; painters take a {@link
 * org.inferscope.ui.paint.Brush} and plain values. The tab makes the views and calls their {@code
 * refresh}, on the event thread; narrators serve any.
 */
@NullMarked
package org.inferscope.tab.network.views;

import org.jspecify.annotations.NullMarked;

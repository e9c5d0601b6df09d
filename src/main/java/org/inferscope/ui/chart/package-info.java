/**
 * Charts: values go in as records, a component comes out, and JFreeChart stays behind this door.
 * All charts have one look, that of the theme in force: its typefaces, colours, scale and sizes,
 * quiet lines, no frame, names beside the lines where there is room for them.
 *
 * <p>Used by the views of tabs, on the event thread; the records are immutable and may be made
 * anywhere.
 */
@NullMarked
package org.inferscope.ui.chart;

import org.jspecify.annotations.NullMarked;

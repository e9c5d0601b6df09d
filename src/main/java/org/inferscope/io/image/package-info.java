/**
 * Pictures as files. Here alone below the views a toolkit may be used, since what is painted is
 * handed over as a {@link java.awt.Graphics2D}. Called on the event thread, which paints.
 */
@NullMarked
package org.inferscope.io.image;

import org.jspecify.annotations.NullMarked;

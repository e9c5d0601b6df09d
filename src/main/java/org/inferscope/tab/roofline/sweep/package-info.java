/**
 * The Roofline tab's benchmark (Part 6 of the notebook): products of growing size, measured with
 * every implementation that is here, drawn and listed, kept between starts and compared.
 *
 * <p>{@link org.inferscope.tab.roofline.sweep.SweepPresenter} decides and has no toolkit; it is
 * confined to the thread that the compute service calls back on, in the app the event thread, as
 * are all views. Measuring is one job. It hands over each result just before the next product warms
 * up, so that painting it falls on runs that do not count.
 */
@NullMarked
package org.inferscope.tab.roofline.sweep;

import org.jspecify.annotations.NullMarked;

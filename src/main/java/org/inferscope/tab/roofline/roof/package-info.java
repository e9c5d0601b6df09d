/**
 * The Roofline tab's third view (Part 8 of the notebook): points under the roofs of devices,
 * intensity against the batch, and the side panels "Devices" and "This machine".
 *
 * <p>{@link org.inferscope.tab.roofline.roof.RoofPresenter} and what it holds decide and have no
 * toolkit; they are confined to one thread, the event thread in the app, as are the views. A change
 * is drawn anew as a whole: {@code RoofPicture} turns points and roofs into a chart's content,
 * which takes less than painting it. Measuring this machine is one job of the compute service; the
 * person's own devices and the ceilings are read and written on the file thread.
 *
 * <p>Points that are planned are held against the first device that is chosen. Points that were
 * measured are in FP32 and held against this machine's measured roof alone, so a percentage is
 * printed only once that is known. A measured product whose numbers stay in a cache may lie above
 * memory's roof; the cache's own slope, drawn with the machine's roof, says why.
 */
@NullMarked
package org.inferscope.tab.roofline.roof;

import org.jspecify.annotations.NullMarked;

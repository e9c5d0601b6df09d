/**
 * The Roofline tab's third view (Part 8 of the notebook): points under the roofs of devices, and
 * intensity against the batch. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.roofline.roof;

import org.jspecify.annotations.NullMarked;

/**
 * The Roofline tab's transformer layer (Part 7 of the notebook): its products, what they cost, and what they come to for a whole model. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.roofline.layer;

import org.jspecify.annotations.NullMarked;

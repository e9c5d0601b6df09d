/**
 * The Roofline tab's benchmark (Part 6 of the notebook): products of growing size, measured for every implementation that is here. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.roofline.sweep;

import org.jspecify.annotations.NullMarked;

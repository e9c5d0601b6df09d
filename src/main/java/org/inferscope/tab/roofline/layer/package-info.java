/**
 * The Roofline tab's transformer layer (Part 7 of the notebook): the products inside a layer as
 * bars and as a table, the context from which attention outgrows the feed-forward block, and what a
 * whole model comes to. {@link org.inferscope.tab.roofline.layer.LayerPresenter} says what there is
 * to show, without Swing; {@link org.inferscope.tab.roofline.layer.LayerView} shows it. Sizes that
 * only fit together are typed one after the other: they are taken over once all of them hold, and
 * nothing typed is lost before. The figures of decoding are those of one token after the cached
 * ones, whatever the prompt. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.roofline.layer;

import org.jspecify.annotations.NullMarked;

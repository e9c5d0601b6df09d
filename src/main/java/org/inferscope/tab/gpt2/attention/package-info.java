/**
 * The GPT-2 tab's view of attention: the maps of all heads side by side, one of them enlarged with
 * its tokens and figures, and arcs from a token to those it looks at. {@link
 * org.inferscope.tab.gpt2.attention.AttentionDesk} says what there is to show, without Swing; the
 * other classes show it. All figures are measured once for each pass, in a job where there are many
 * weights; selecting a layer, a head or a token reads what is there.
 *
 * <p>Above the diagonal no token may look, so that half stays empty; labels use it. Of a prompt
 * longer than a map has pixels, each pixel shows the largest weight it covers, since a mean would
 * make a thin diagonal fade away. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.gpt2.attention;

import org.jspecify.annotations.NullMarked;

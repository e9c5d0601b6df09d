package org.inferscope.tab.gpt2.next;

import java.util.OptionalInt;
import org.inferscope.model.gpt2.sampling.Prospects;

/**
 * What may come after a token of the text.
 *
 * @param position the token
 * @param word the token as it is written on screen
 * @param prospects what may follow it; set before each use
 * @param chosen what does follow it; empty at the end of the text
 * @param isTraced whether its numbers can be followed down; while the model writes they cannot
 */
record Moment(
    int position, String word, Prospects prospects, OptionalInt chosen, boolean isTraced) {}

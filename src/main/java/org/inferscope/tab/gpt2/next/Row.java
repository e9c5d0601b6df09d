package org.inferscope.tab.gpt2.next;

import org.inferscope.model.gpt2.sampling.Candidate;

/**
 * A token that may come next, as it is listed.
 *
 * @param candidate the token with its numbers
 * @param word as it is written on screen
 * @param isChosen whether it is the one that follows in the text
 */
record Row(Candidate candidate, String word, boolean isChosen) {}

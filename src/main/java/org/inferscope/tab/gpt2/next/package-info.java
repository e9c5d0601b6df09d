/**
 * The GPT-2 tab's view of the next token, and of writing on. Made by the tab; event thread.
 *
 * <p>{@code NextPresenter} says what is listed, {@code Writer} lets the model write: a job for each
 * token, so that typing, another model or stopping end it at once, while passes are held back until
 * it ends. What was written is the state's, what it cost and beat is in a {@code Trail} as long as
 * the text stays.
 *
 * <p>The token that is written n-th after the prompt takes the n-th random number of the seed,
 * however it comes about: stepping, running, going back and on again lead to the same text, and so
 * does the command line. Another seed gives another one.
 *
 * <p>A token that is put in place of another one is followed by as many new ones as stood behind
 * it, so that two ways to go on can be compared; both together are one step for undo.
 */
@NullMarked
package org.inferscope.tab.gpt2.next;

import org.jspecify.annotations.NullMarked;

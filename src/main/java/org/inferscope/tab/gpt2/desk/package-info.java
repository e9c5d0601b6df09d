/**
 * What all views of the GPT-2 tab share: the state with its history, the model in use, the tokens
 * of the prompt and the pass that was traced with them, and the selection that every view follows.
 *
 * <p>{@link org.inferscope.tab.gpt2.desk.Gpt2Presenter} decides; views call it for what to show and
 * tell it what the person did. No toolkit here. Confined to one thread, the event thread in the
 * app; the model itself is used in jobs of the compute service. Weights may be read in such jobs
 * and, a few at a time, on the event thread: a model is closed on it, after its last job, so what
 * was read during one event is still there at its end. No one keeps a buffer of weights longer.
 */
@NullMarked
package org.inferscope.tab.gpt2.desk;

import org.jspecify.annotations.NullMarked;

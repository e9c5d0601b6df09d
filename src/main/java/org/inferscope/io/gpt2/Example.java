package org.inferscope.io.gpt2;

/**
 * A prompt on which the embedded model shows something.
 *
 * @param id "induction"
 * @param title a few words
 * @param prompt the text
 * @param view where it shows: "attention"
 * @param lookAt what to look at, in a sentence or two
 * @param continuation what the model goes on with when it takes the likeliest token each time, up
 *     to where it ends the text; may be empty
 */
public record Example(
    String id, String title, String prompt, String view, String lookAt, String continuation) {}

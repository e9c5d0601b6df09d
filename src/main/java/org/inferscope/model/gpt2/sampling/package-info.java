/**
 * How the next token is chosen from a model's logits, and how the text of chosen tokens is given
 * out. Called by the generation loop; choosing and streaming belong to one thread, settings and
 * choices are immutable and for any.
 *
 * <p>Settings are applied in the order of {@code generate} in Hugging Face's transformers:
 * repetition penalty, temperature, top-k, top-p, min-p. All in float64, with an exponential of our
 * own and sums in a fixed order, so that a seed gives the same text on every machine that computes
 * the same logits. Random numbers are NumPy's, as elsewhere in Inferscope.
 *
 * <p>Measured for V = 50,257 with ten candidates listed, in the thread's own time on a Xeon that
 * was busy with other work: 0.66 ms a token with top-k 40, 1.1 ms by the model's own probabilities,
 * 3.8 ms with a top-p that thousands of tokens belong to, which have to be sorted. With a heap of
 * all logits and the library's exponential it was 1.6 to 2 ms in each.
 */
@NullMarked
package org.inferscope.model.gpt2.sampling;

import org.jspecify.annotations.NullMarked;

/**
 * GPT-2's tokenizer: texts to token ids and back, each token with its place in the text. The only
 * place of the product, besides the comparison with PyTorch, that knows DJL. Called by the reader
 * of models and by whoever has a text; any thread.
 *
 * <p>The work is done by Hugging Face's tokenizers, written in Rust, through the door that DJL has
 * into them ({@code TokenizersLibrary}), and without the rest of DJL: its own classes look for GPUs
 * when they load the library, and fetch eight arrays a text, most of them not wanted. Of a text of
 * a megabyte, ids alone take 1.1 s, all of it through DJL's classes 1.6 to 3.5 s. A tokenizer's
 * files are read and checked here ({@code TokenizerJson}), and the library gets what was understood
 * ({@code CanonicalJson}), so that nothing hostile reaches native code.
 */
@NullMarked
package org.inferscope.model.gpt2.tokenizer;

import org.jspecify.annotations.NullMarked;

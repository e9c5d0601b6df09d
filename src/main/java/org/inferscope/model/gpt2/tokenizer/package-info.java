/**
 * GPT-2's tokenizer: texts to token ids and back, each token with its place in the text. The only
 * place of the product, besides the comparison with PyTorch, that knows DJL. Called by the reader
 * of models and by whoever has a text; any thread.
 */
@NullMarked
package org.inferscope.model.gpt2.tokenizer;

import org.jspecify.annotations.NullMarked;

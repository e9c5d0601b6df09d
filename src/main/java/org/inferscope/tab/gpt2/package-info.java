/**
 * The GPT-2 tab (Parts 9 and 10 of the notebook): from a text to the next word, through every
 * layer, in seven views of one pass. This package joins them and holds what stands above: the
 * model, the prompt and its tokens. {@code desk} holds state and presenter, the other subpackages a
 * view each; they do not know each other or this one. Made by the app; event thread.
 */
@NullMarked
package org.inferscope.tab.gpt2;

import org.jspecify.annotations.NullMarked;

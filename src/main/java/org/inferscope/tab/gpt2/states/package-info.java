/**
 * The GPT-2 tab's view of hidden states from layer to layer (Part 10 of the notebook). Made by the
 * tab; event thread.
 */
@NullMarked
package org.inferscope.tab.gpt2.states;

import org.jspecify.annotations.NullMarked;

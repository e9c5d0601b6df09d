/** The GPT-2 tab's view of parameters (Part 9 of the notebook). Made by the tab; event thread. */
@NullMarked
package org.inferscope.tab.gpt2.weights;

import org.jspecify.annotations.NullMarked;

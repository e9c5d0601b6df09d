/**
 * The GPT-2 tab's view of the model as a path that is walked step by step. Made by the tab; event
 * thread.
 */
@NullMarked
package org.inferscope.tab.gpt2.map;

import org.jspecify.annotations.NullMarked;

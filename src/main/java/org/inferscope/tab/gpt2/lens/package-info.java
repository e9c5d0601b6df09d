/**
 * The GPT-2 tab's view of what each layer would say: the logit lens. Made by the tab; event thread.
 */
@NullMarked
package org.inferscope.tab.gpt2.lens;

import org.jspecify.annotations.NullMarked;

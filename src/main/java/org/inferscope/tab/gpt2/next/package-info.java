/** The GPT-2 tab's view of the next token, and of writing on. Made by the tab; event thread. */
@NullMarked
package org.inferscope.tab.gpt2.next;

import org.jspecify.annotations.NullMarked;

/** The GPT-2 tab's view of attention. Made by the tab; event thread. */
@NullMarked
package org.inferscope.tab.gpt2.attention;

import org.jspecify.annotations.NullMarked;

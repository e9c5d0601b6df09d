/** The GPT-2 tab's view of what changes if a part is taken away. Made by the tab; event thread. */
@NullMarked
package org.inferscope.tab.gpt2.whatif;

import org.jspecify.annotations.NullMarked;

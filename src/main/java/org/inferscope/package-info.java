/**
 * The command line's door and nothing else. {@link org.inferscope.Main} is the only class that
 * knows both the window and the commands, and the only one that may end the process. It is called
 * by the JVM, on the main thread.
 */
@NullMarked
package org.inferscope;

import org.jspecify.annotations.NullMarked;

/**
 * The program's door and nothing else. {@link org.inferscope.Main} is what the JVM calls, on the
 * main thread. It is compiled for Java 8, as is all that it needs to tell a person whose Java is
 * too old; else {@link org.inferscope.Inferscope} goes on, the only class that knows both the
 * window and the commands. These two are also the only ones that may end the process.
 *
 * <p>Decision. However the program is started, {@code Main} is the class at the bottom of the main
 * thread's stack: AWT on X11 takes the windows' class from there, {@code org-inferscope-Main}, by
 * which a desktop finds the program's icon and name.
 */
@NullMarked
package org.inferscope;

import org.jspecify.annotations.NullMarked;

/**
 * The log: files of limited size and number in the user's log folder. Whoever logs uses SLF4J; this
 * package only says where it goes, and is called once, by {@code Inferscope}. Log records may come
 * from any thread.
 */
@NullMarked
package org.inferscope.io.log;

import org.jspecify.annotations.NullMarked;

/**
 * What is on screen, kept on disk in case the program is killed.
 *
 * <p>Each running instance has a slot of its own in the user's data folder: a lesson file, and
 * beside it a lock that the operating system lets go of when the instance ends, however it ends. A
 * slot without a living owner is what a killed instance left behind, and is offered at the next
 * start.
 *
 * <p>Called by {@code app}, on a job's thread: everything here waits for the disk. How often to
 * save is the caller's business.
 */
@NullMarked
package org.inferscope.io.autosave;

import org.jspecify.annotations.NullMarked;

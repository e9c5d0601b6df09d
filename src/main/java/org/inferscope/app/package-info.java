/**
 * Where the program is put together: tabs, preferences, compute device, window. The only package
 * that knows all others but the command line.
 *
 * <p>Decisions. Opening a lesson is a step that Undo takes back, so nothing asks before it.
 * Quitting never asks either: what was not saved is kept and offered at the next start, as after a
 * crash. Settings act at once and are saved by themselves.
 *
 * <p>Event thread, except where a method says otherwise; what waits for the disk runs on the file
 * thread.
 */
@NullMarked
package org.inferscope.app;

import org.jspecify.annotations.NullMarked;

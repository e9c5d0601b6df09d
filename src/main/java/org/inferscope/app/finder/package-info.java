/**
 * Looks for graphics cards. Drivers are asked by {@code inferscope worker --list}, a process of its
 * own that ends at once or is ended: whatever a driver does, it does not do it to the window. What
 * is found is driven by a worker each.
 *
 * <p>Made by the composition root of the window and by the commands; a finder is asked on a
 * background thread, {@link org.inferscope.app.finder.ListedDevice} is for any.
 */
@NullMarked
package org.inferscope.app.finder;

import org.jspecify.annotations.NullMarked;

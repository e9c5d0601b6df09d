/**
 * What a person has set, kept from one start to the next: an immutable value, its file, and the
 * live holder that tells the window of changes. No toolkit. Used by {@code app} on the event
 * thread; the file is read before the window is shown and written on a background thread.
 */
@NullMarked
package org.inferscope.app.prefs;

import org.jspecify.annotations.NullMarked;

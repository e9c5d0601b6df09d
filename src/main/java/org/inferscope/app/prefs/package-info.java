/**
 * What a person has set, kept from one start to the next: an immutable value, its file, and the
 * live holder that tells the window of changes. No toolkit. Used by {@code app} on the event
 * thread; the file is read before the window is shown and written on a background thread.
 *
 * <p>Instances of the program, also of other versions, share the file. Saving writes what has
 * changed in this instance since it read or wrote last and leaves all else as it stands there:
 * unknown keys, and values that this version cannot read. A damaged file is renamed.
 */
@NullMarked
package org.inferscope.app.prefs;

import org.jspecify.annotations.NullMarked;

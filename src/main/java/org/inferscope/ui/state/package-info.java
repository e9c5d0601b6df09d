/**
 * Undo and redo of immutable states, without a toolkit.
 *
 * <p>Any presenter may keep a {@link org.inferscope.ui.state.History}; nothing here is safe for use
 * from several threads: a history belongs to the thread that made it (the event thread in the app),
 * and its listeners are called there.
 */
@NullMarked
package org.inferscope.ui.state;

import org.jspecify.annotations.NullMarked;

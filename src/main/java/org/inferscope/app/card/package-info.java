/**
 * What the cards over the window have in common: their title, the row that says what went wrong,
 * the row of buttons, and that they follow their presenter while they are shown. Used by the cards
 * of {@code app}'s packages. Event thread.
 */
@NullMarked
package org.inferscope.app.card;

import org.jspecify.annotations.NullMarked;

/**
 * The device menu: every compute device with its state and the reason for it, what the service does
 * just now, and what can be done about both. The presenter knows no Swing; the card is its view.
 *
 * <p>Decisions. The menu is a card rather than a menu, so that a reason stands there as a sentence
 * and not as a clipped line. What is chosen and what is in use are two things: a device that is
 * still loading is chosen and another one stands in. What a test has found stays until the next
 * look for devices. Figures of the service are asked for only while the card is shown.
 *
 * <p>Called by the composition root. Event thread.
 */
@NullMarked
package org.inferscope.app.devices;

import org.jspecify.annotations.NullMarked;

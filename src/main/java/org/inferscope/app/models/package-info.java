/**
 * “Get GPT-2…”: which model, how far its download is, and what went wrong. The presenter knows
 * neither Swing nor the network; the card is its view.
 *
 * <p>Decisions. One download at a time. It belongs to the program, not to the card: closing the
 * card lets it go on, and the status bar shows it until it has ended. Cancelling, failing and
 * quitting all leave what has come so far, and the next try goes on from there. A model that the
 * hub's own tools have already left on this machine is not downloaded again.
 *
 * <p>Event thread; the download itself runs on the executor that is handed in, which may wait.
 */
@NullMarked
package org.inferscope.app.models;

import org.jspecify.annotations.NullMarked;

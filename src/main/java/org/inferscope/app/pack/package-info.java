/**
 * “Get the GPU pack…”: what the pack is, what of it is there, its download, and its removal. The
 * presenter knows neither Swing nor the network; the card is its view.
 *
 * <p>Decisions. As with models, a download belongs to the program and not to the card: closing the
 * card lets it go on, and the status bar shows it. To pause is to stop: what has come so far is
 * kept, and going on takes it up from there. Removing asks once more, in the same place, since what
 * is removed takes long to come again.
 *
 * <p>Called by the composition root. Event thread; the pack itself is asked and changed on the
 * executor that is handed in, which may wait.
 */
@NullMarked
package org.inferscope.app.pack;

import org.jspecify.annotations.NullMarked;

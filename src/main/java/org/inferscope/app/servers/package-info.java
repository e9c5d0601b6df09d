/**
 * “Connect to a compute server…”: which server, whether its certificate is trusted, the servers
 * that are kept. The presenter knows neither Swing nor the network; the card is its view.
 *
 * <p>Decisions. A server is trusted by its certificate’s fingerprint, as with secure shells: a
 * person compares it once with what the server’s owner says, from then on another one is refused,
 * and only forgetting the server first lets it be trusted anew. The token is sent only after that.
 * A server is kept once a session with it has worked, so nothing half-right is among the devices.
 * Closing the card drops an attempt that is under way.
 *
 * <p>Called by the composition root. Event thread; what waits for the network runs on the executor
 * that is handed in.
 */
@NullMarked
package org.inferscope.app.servers;

import org.jspecify.annotations.NullMarked;

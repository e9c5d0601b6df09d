package org.inferscope.io.network;

import java.util.Optional;
import org.inferscope.model.network.Network;

/**
 * A network as a file had it. Immutable, any thread.
 *
 * @param network within the widths and depth the tab allows; all numbers finite
 * @param note what the person should know of how the file was understood, in one or more sentences;
 *     empty where the file left nothing open
 */
public record LoadedNetwork(Network network, Optional<String> note) {}

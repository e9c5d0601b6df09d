package org.inferscope.model.network.explain;

import java.util.Optional;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;

/**
 * A run that another one is compared with. Immutable, any thread.
 *
 * @param plan its network's plan
 * @param inputSeed the seed that its inputs were drawn from, if they were
 * @param trace the run
 * @param name what it is, a phrase: "everything switched on"
 */
public record Comparison(NetworkPlan plan, Optional<Long> inputSeed, Trace trace, String name) {}

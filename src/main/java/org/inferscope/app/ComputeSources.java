package org.inferscope.app;

import java.util.concurrent.Executor;
import org.inferscope.app.pack.PackStore;
import org.inferscope.app.servers.Servers;

/**
 * Where more devices come from.
 *
 * @param servers compute servers
 * @param waiting runs what waits for servers
 * @param pack the GPU pack
 * @param packThread runs what waits for the pack, one after the other
 */
record ComputeSources(Servers servers, Executor waiting, PackStore pack, Executor packThread) {}

/**
 * Whole models on a compute service: what would take too many operations one by one, such as
 * loading a model, tracing a prompt and writing a text on. {@link org.inferscope.remote.ModelHost}
 * is the interface; {@link org.inferscope.remote.LocalModelHost} does it in this process, {@link
 * org.inferscope.remote.RemoteModelHost} asks a worker or a server for it, and {@link
 * org.inferscope.remote.ModelsEndpoint} is what answers there, on a local host of its own. So both
 * ways run the same mathematics, and a command need not know which it is on.
 *
 * <p>Used by {@code cli}. A host belongs to one thread at a time, its calls wait until they are
 * done; the endpoint's methods come on the server's threads and do their work on its device thread.
 */
@NullMarked
package org.inferscope.remote;

import org.jspecify.annotations.NullMarked;

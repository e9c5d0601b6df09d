/**
 * GPT-2 from the Hugging Face hub: what a model there consists of, its download into a folder that
 * the user can see, and the models that the hub's own tools have already left on this machine.
 *
 * <p>Decisions. A download asks the hub once which files the model has, with their sizes and hashes
 * at one commit, and takes nothing else on trust: each file grows as {@code <name>.part}, is hashed
 * while it grows, and is compared with the list before it gets its name. All files get their names
 * at the end, {@code config.json} last, so that a folder without it is no model and an older model
 * stays whole until the new one is there. Next to a part stands {@code <name>.part.id}, which says
 * of what content it is a part; one of other content is thrown away. Redirects are followed here
 * and not by the client, so that the token never reaches another host.
 *
 * <p>{@link org.inferscope.io.hub.FileSetDownload} gives the same care to files of other servers
 * whose sizes and hashes are known beforehand.
 *
 * <p>Everything waits for the network or the disk: it belongs on a thread that may wait, never on
 * the event thread or the compute thread. A {@link org.inferscope.io.hub.StopSign} ends any wait
 * within a tenth of a second. Called by {@code app}, {@code cli} and {@code io.pack}; {@code
 * io.gpt2} asks for the models in the hub's cache.
 */
@NullMarked
package org.inferscope.io.hub;

import org.jspecify.annotations.NullMarked;

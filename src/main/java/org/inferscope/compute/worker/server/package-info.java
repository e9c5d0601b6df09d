/**
 * The server's side of the contract in {@code src/main/proto}: one device, computed with on one
 * thread, for any number of sessions. The same server is a worker of the same machine and one
 * across the network; what differs is handed in by who makes it ({@code cli}): where to listen,
 * whom to let in, limits, more services.
 *
 * <p>Threads: gRPC's event loops take what arrives apart and never wait; {@code inferscope-device}
 * loads the backend and is the only one to touch it, or what sessions hold; {@code
 * inferscope-usage} tells clients a few times a second how much is in use. Calls of a session are
 * computed in the order they arrive. Sessions take turns by device time, see {@link
 * org.inferscope.compute.worker.server.FairQueue}, and a long call gives way after some tens of
 * milliseconds. One that waits for its client, to send or to read, holds up its own session only.
 *
 * <p>What other machines reach is a {@link org.inferscope.compute.worker.server.PublicServer}: the
 * same server behind a {@link org.inferscope.compute.worker.server.Gate}, which bounds connections
 * before a byte of them is read and calls until their answers are out, so that neither those who
 * say nothing nor those who never read take memory or room from the others; who does not show the
 * secret is sent away after a minute. Certificate, key and token are read once, at the start.
 *
 * <p>A public server looks after its device: it tests it before it serves it, and loads it again
 * when it is lost, see {@link org.inferscope.compute.worker.server.DeviceCare}. What a session held
 * is gone then, so sessions end with a sentence, and clients that attach wait for the device. A
 * worker of another process of this machine leaves both to that process.
 *
 * <p>Decisions where the contract is silent: a session's calls have their place from the arrival of
 * their headers, so that sending several at once is safe; tensors that weights are made of stay,
 * when freed, until the weights are; tensors and weights each have their own numbers.
 */
@NullMarked
package org.inferscope.compute.worker.server;

import org.jspecify.annotations.NullMarked;

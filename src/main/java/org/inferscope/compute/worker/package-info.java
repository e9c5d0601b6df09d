/**
 * Computing in other processes: the client's side of the contract in {@code src/main/proto}. A
 * {@link org.inferscope.compute.worker.RemoteBackend} is a backend like any other, whose operations
 * are recorded and done over there, in a child process of this one ({@link
 * org.inferscope.compute.worker.WorkerLoader}) or on a server across the network ({@link
 * org.inferscope.compute.worker.ServerLoader}). A child ends with its backend, with this process,
 * or when it takes far too long for an answer.
 *
 * <p>ND4J runs nowhere else. It brings its own JavaCPP and OpenBLAS, older than ours and not to be
 * mixed with them, and libraries with known weaknesses. So a worker with ND4J has a class path of
 * its own: ND4J's jars first, and after them this program without what is in both. Where the
 * program is one jar, that is a copy of it in the cache folder, made once for each version. The
 * build's {@code dependency:copy@nd4j} fetches the ND4J of the processor.
 *
 * <p>Made by {@code app} and {@code cli}. A backend belongs to the compute thread, but for what
 * says otherwise; threads beside it wait for the other process's output and its end.
 */
@NullMarked
package org.inferscope.compute.worker;

import org.jspecify.annotations.NullMarked;

/**
 * Computing in a process of its own, for a library that must not get onto Inferscope's class path:
 * ND4J brings its own JavaCPP and OpenBLAS, older than ours and not to be mixed with them, and
 * libraries with known weaknesses. It is optional, and is looked for in a folder of the user's; the
 * build's {@code dependency:copy@nd4j} fills one.
 *
 * <p>Each prepared product has its process, which ends with it, with this process, or when it takes
 * far too long for an answer. Inferscope hands that process one package of its own, {@link
 * org.inferscope.compute.worker.server}, copied into the cache folder, since its own jar holds more
 * than may be there. Runs are timed over there: asking and answering takes longer than a small
 * product does.
 *
 * <p>Asked for by {@code app} and {@code cli}; a product belongs to the compute thread. A thread
 * beside it, {@code inferscope-nd4j}, waits for the answers, so that the compute thread can give
 * up; what it writes to its error output is in the cache folder.
 */
@NullMarked
package org.inferscope.compute.worker;

import org.jspecify.annotations.NullMarked;

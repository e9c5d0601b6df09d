/**
 * A backend on ND4J: on a graphics card with CUDA where the class path has that ND4J, on the
 * processor where it has the other. It is on the class path of worker processes alone, so nothing
 * here may be loaded by the window's process, and nothing here asks which of both it is, but for
 * how numbers get there.
 *
 * <p>Made by the program of the worker and used through {@link org.inferscope.compute.Backend}, by
 * that process's compute thread from loading to closing.
 */
@NullMarked
package org.inferscope.compute.worker.nd4j;

import org.jspecify.annotations.NullMarked;

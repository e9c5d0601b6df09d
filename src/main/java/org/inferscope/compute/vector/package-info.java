/**
 * Kernels on Java's Vector API, which is still incubating: they are there only in a process that
 * was started with {@code --add-modules jdk.incubator.vector}, and {@link
 * org.inferscope.compute.vector.VectorModule} says whether this one was. Whoever asks gets none
 * otherwise, and computes in plain Java. Any thread.
 *
 * <p>The compiler's warning about the module cannot be silenced, so what uses it is compiled apart
 * from the rest, see {@code pom.xml}.
 */
@NullMarked
package org.inferscope.compute.vector;

import org.jspecify.annotations.NullMarked;

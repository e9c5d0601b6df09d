/**
 * The processor at full speed: cblas called directly through JavaCPP, on memory outside the Java
 * heap. The smaller of JavaCPP's bindings is used, without LAPACK: it starts a little sooner and
 * leaves 40 MB of native code untouched.
 *
 * <p>{@link org.inferscope.compute.openblas.OpenBlasLoader} may be made anywhere and loads nothing
 * until asked; everything else belongs to one thread at a time, as {@link
 * org.inferscope.compute.Backend} says. OpenBLAS is told to keep to the thread that calls it; large
 * products are cut into blocks, one for each physical core, that threads of our own compute.
 */
@NullMarked
package org.inferscope.compute.openblas;

import org.jspecify.annotations.NullMarked;

/**
 * The processor at full speed: cblas called directly through JavaCPP, on memory outside the Java
 * heap. The smaller of JavaCPP's bindings is used, without LAPACK: it starts a little sooner and
 * leaves 40 MB of native code untouched.
 *
 * <p>{@link org.inferscope.compute.openblas.OpenBlasLoader} may be made anywhere and loads nothing
 * until asked; everything else belongs to one thread at a time, as {@link
 * org.inferscope.compute.Backend} says. OpenBLAS is told to keep to the thread that calls it; large
 * products are cut into blocks, one for each physical core, that threads of our own compute.
 *
 * <p>Layers on weights are computed in one of four ways. The milliseconds are of both threads'
 * processor time, for the 48 layers of GPT-2 small alone, on two busy cores with AVX-512; what a
 * whole pass takes is told with {@code model.gpt2}:
 *
 * <ul>
 *   <li>One row: gemv, each thread a stretch of whole rows of the weights, 14 (25 GB/s, all that
 *       the memory gives). Columns for each thread: 16 to 20.
 *   <li>Up to 16 rows: the same stretches through panels, 21 for 4 rows; OpenBLAS 66.
 *   <li>Up to 384 rows: panels, 70 for 64 rows, 116 for 128; OpenBLAS 107 and 175.
 *   <li>More rows: OpenBLAS, columns for each thread and 384 inputs at a time, 373 for 512 and 703
 *       for 1024; panels 394 and 796.
 * </ul>
 *
 * Panels are there where the process has the Vector API. OpenBLAS's kernels for small products were
 * tried for few rows and take twice as long as the stretches, since they jump from page to page.
 */
@NullMarked
package org.inferscope.compute.openblas;

import org.jspecify.annotations.NullMarked;

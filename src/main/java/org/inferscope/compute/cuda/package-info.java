/**
 * What NVIDIA's driver says of this machine's cards, and which of them ND4J's CUDA build can run
 * on. A driver may take seconds to answer, hang or crash, so {@link
 * org.inferscope.compute.cuda.CudaProbe} is called in a short-lived process only; whoever wants to
 * know starts one through {@link org.inferscope.compute.cuda.CudaProcess}, which gives it a time
 * limit. Called by {@code app} and {@code cli}, on any thread that may wait.
 */
@NullMarked
package org.inferscope.compute.cuda;

import org.jspecify.annotations.NullMarked;

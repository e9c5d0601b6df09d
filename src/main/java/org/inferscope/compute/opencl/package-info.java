/**
 * Any vendor's graphics card through OpenCL 1.2, which its driver brings with it; processors, too,
 * where PoCL or Intel's runtime is installed.
 *
 * <p>{@link org.inferscope.compute.opencl.OpenClDevices} lists what is there and {@link
 * org.inferscope.compute.opencl.OpenClLoader} opens one of it. Both load drivers into the process
 * that asks, and a broken driver can end it: the app asks from a process of its own. What they give
 * belongs to one thread at a time, as {@link org.inferscope.compute.Backend} says; nothing here
 * makes a thread.
 *
 * <p>All kernels are one program, built once for a device. Products are computed in tiles; which
 * shape of tile suits a device is measured once and kept in a file. Attention is computed for all
 * heads at once, in three steps: products, softmax, products.
 */
@NullMarked
package org.inferscope.compute.opencl;

import org.jspecify.annotations.NullMarked;

/**
 * PyTorch, to hold our results against: its own native library, called through DJL. Optional: the
 * default jar does not carry it, and {@link org.inferscope.compute.pytorch.PyTorch} says whether
 * this program has it. No backend; nothing shown is computed with it alone.
 *
 * <p>Asked for by {@code app} and {@code cli}. Used on the compute thread, so that it and OpenBLAS
 * never run at once; it keeps to that thread and makes no others, since the largest layer shown is
 * a million multiply-adds. Only while products are measured it has a thread for each core. It never
 * uses the network. Its library lies compressed in a jar and is unpacked, some 430 MB, when first
 * used: into the user's cache folder, where {@code doctor} says that Inferscope keeps what can be
 * made again, rather than into a folder of DJL's in the home.
 */
@NullMarked
package org.inferscope.compute.pytorch;

import org.jspecify.annotations.NullMarked;

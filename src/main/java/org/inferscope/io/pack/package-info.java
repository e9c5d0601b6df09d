/**
 * The GPU pack: ND4J's CUDA backend with all it needs, which Inferscope does not carry but fetches
 * from Maven Central into the user's data folder when asked to, and the search for an installed
 * CUDA 11 toolkit, without which CUDA's own libraries are fetched as well.
 *
 * <p>Decisions. What belongs to the pack is a list inside Inferscope, with sizes and hashes:
 * nothing is asked of the server but the files. A file {@code installed.txt}, written last, says
 * what is there; a pack is whole if it names all that is wanted, and stays whole while more is
 * fetched. Only sizes are looked at when it is asked for; contents were checked when they came.
 * Another address than Maven Central's is taken from {@code INFERSCOPE_MAVEN_REPOSITORY}, for
 * mirrors.
 *
 * <p>Everything waits for the disk, and the download for the network: not for the event thread.
 * Called by {@code app} and {@code cli}. {@link org.inferscope.io.pack.GpuPack} is the way in.
 */
@NullMarked
package org.inferscope.io.pack;

import org.jspecify.annotations.NullMarked;

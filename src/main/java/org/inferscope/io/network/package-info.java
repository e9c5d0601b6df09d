/**
 * Weights of networks on disk, under the names PyTorch gives them. Written by the Network tab's
 * save action and read by its open action; may be called on any thread, but waits for the disk and,
 * for large networks, for seconds: for a job.
 *
 * <p>A file of weights does not say what stands between the layers. Files written here do, in their
 * metadata, as "activations"; for others the notebook's way is taken, ReLU between and nothing
 * after the last layer, and the person is told so. Only files whose every tensor has its place are
 * taken: a tensor left out would silently give other numbers.
 */
@NullMarked
package org.inferscope.io.network;

import org.jspecify.annotations.NullMarked;

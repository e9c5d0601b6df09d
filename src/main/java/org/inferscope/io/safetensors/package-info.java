/**
 * Files of tensors in the safetensors format, as PyTorch's users keep weights in: a header of JSON
 * that names each tensor, its type, shape and place, then the numbers. Read as strictly as the
 * format's own loader does, and written so that it accepts them.
 *
 * <p>Called by the readers and writers of networks. All may be called on any thread, one at a time
 * for one open file, but waits for the disk: for a job, not the event thread. Only the header is
 * held in memory; numbers are read and written in pieces, so that tensors may be larger than an
 * array. The format is described at {@code https://github.com/huggingface/safetensors}.
 */
@NullMarked
package org.inferscope.io.safetensors;

import org.jspecify.annotations.NullMarked;

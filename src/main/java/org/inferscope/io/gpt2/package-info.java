/**
 * Models of GPT-2's kind on disk: a folder as Hugging Face has it, opened with its weights where
 * they lie; the model that is shipped with the program; and which models this machine has.
 *
 * <p>Called by commands and by the explorer's presenter. All may be called on any thread, but waits
 * for the disk: for a job, not the event thread.
 *
 * <p>What was decided: weights are mapped read-only and used in place where they are float32, so
 * that runs and programs share one copy; other types are converted once, into memory outside the
 * heap. All is checked before anything is handed out, numbers too: looking at each costs less than
 * a forward pass with a wrong one. Tensors that GPT-2 does not have are left aside and named in the
 * facts where they stand beside the transformer (another head), and refused where they stand inside
 * it, because the model would then compute something else than is shown. A file that is replaced or
 * deleted while it is open does no harm, as the mapping keeps the old one; one that is cut short in
 * place would, on some systems, end the program when it is read beyond its end. Nothing in Java can
 * prevent that, so size, time and identity of each file are compared whenever weights are asked
 * for, and whoever is about to start a job can ask {@link OpenModel#isUnchanged}.
 */
@NullMarked
package org.inferscope.io.gpt2;

import org.jspecify.annotations.NullMarked;

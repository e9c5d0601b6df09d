/**
 * The compute service of this process, and the only place that makes threads.
 *
 * <p>Threads: {@code inferscope-compute} runs all jobs, one after the other, and is the only one
 * that touches a backend in use; threads {@code inferscope-loader} live while devices are being
 * looked for, loaded or lost, one for each that is. A backend may have a {@link
 * org.inferscope.compute.exec.Crew} that computes parts of an operation beside the compute thread,
 * which waits for it. All are daemons, so that a job that never ends cannot keep the process alive.
 * Work is asked to stop, never interrupted: an interrupt would close the files it is reading. What
 * it has asked of another process is broken off, though.
 *
 * <p>Locks: the table of devices has one, held for look-ups only. No listener, no work and no
 * loader is ever called with it held. The service has another around the change of the running job,
 * held also while an operation of the job that is cancelled is broken off, which takes no time.
 *
 * <p>{@link org.inferscope.compute.exec.JavaFlags} is for whoever starts another Java.
 *
 * <p>Made by the composition root, which hands in the callback executor and the backends; used
 * through {@link org.inferscope.compute.ComputeService}, on any thread.
 */
@NullMarked
package org.inferscope.compute.exec;

import org.jspecify.annotations.NullMarked;

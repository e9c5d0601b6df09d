/**
 * The compute service of this process, and the only place that makes threads.
 *
 * <p>Threads: {@code inferscope-compute} runs all jobs, one after the other, and is the only one
 * that touches a backend; {@code inferscope-loader} lives while backends are being loaded. A
 * backend may have a {@link org.inferscope.compute.exec.Crew} that computes parts of an operation
 * beside the compute thread, which waits for it. All are daemons, so that a job that never ends
 * cannot keep the process alive. Work is asked to stop, never interrupted: an interrupt would close
 * the files it is reading.
 *
 * <p>Locks: the table of devices has one, held for look-ups only. No listener, no work and no
 * loader is ever called with it held.
 *
 * <p>Made by the composition root, which hands in the callback executor and the backends; used
 * through {@link org.inferscope.compute.ComputeService}, on any thread.
 */
@NullMarked
package org.inferscope.compute.exec;

import org.jspecify.annotations.NullMarked;

/**
 * The compute service as its users see it, and the contract its backends fulfil.
 *
 * <p>Users (models, tabs, commands) hand coarse jobs to a {@link
 * org.inferscope.compute.ComputeService} and get an {@link org.inferscope.compute.Outcome} back;
 * they never wait and never make threads. All methods of the service, of lanes and of jobs may be
 * called on any thread. Listeners are called on the callback executor the service was built with:
 * the event thread in the app, the worker itself in tests.
 *
 * <p>Jobs run one after the other on one compute thread, in the order of their submission, so that
 * two of them never fight for the cores or for a device, and timings mean something. A {@link
 * org.inferscope.compute.Backend} is handed to a job for its run only and is not thread-safe.
 *
 * <p>No device is ever used in place of another silently: {@link
 * org.inferscope.compute.DeviceStatus#reason} says in words why.
 */
@NullMarked
package org.inferscope.compute;

import org.jspecify.annotations.NullMarked;

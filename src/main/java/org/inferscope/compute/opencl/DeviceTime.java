package org.inferscope.compute.opencl;

/**
 * How long a device took, by its own clock.
 *
 * @param nanos nanoseconds in which it computed, the time between operations left out
 * @param operations how many kernels ran
 */
public record DeviceTime(long nanos, int operations) {}

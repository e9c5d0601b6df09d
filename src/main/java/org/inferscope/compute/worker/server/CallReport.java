package org.inferscope.compute.worker.server;

import io.grpc.Status;

/**
 * How a call of a session has ended.
 *
 * @param client what its session calls itself
 * @param method such as {@code inferscope.v1.Compute/Run}
 * @param code how it ended
 * @param waitedNanos from its arrival to its first turn, or to its end if it never had one
 * @param deviceNanos how long it has used the device
 */
public record CallReport(
    String client, String method, Status.Code code, long waitedNanos, long deviceNanos) {}

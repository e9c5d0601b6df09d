package org.inferscope.compute;

import java.util.Optional;

/**
 * What the service is doing, for the status bar.
 *
 * @param running the job on the compute thread
 * @param waiting how many jobs are waiting for it
 */
public record JobsStatus(Optional<Job<?>> running, int waiting) {
  /** Nothing to do. */
  public static final JobsStatus IDLE = new JobsStatus(Optional.empty(), 0);
}

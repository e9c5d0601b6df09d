package org.inferscope.compute;

/**
 * How much of a device is in use, as its backend knows.
 *
 * @param heldBytes what tensors hold on it, those of others included where it is shared
 * @param running what runs for others just now; empty if nothing does, or that is not known
 * @param waiting calls that wait over there, of all who use it
 * @param clients how many use it, this program included
 */
public record DeviceUsage(long heldBytes, String running, int waiting, int clients) {
  /** Nothing is known. */
  public static final DeviceUsage NONE = new DeviceUsage(0, "", 0, 1);
}

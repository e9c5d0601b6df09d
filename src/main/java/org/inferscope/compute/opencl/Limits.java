package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

/**
 * What a device says it can do.
 *
 * @param groupSize most work-items in a work-group
 * @param localBytes bytes of local memory
 * @param alignment bytes that the start of a buffer is a multiple of
 */
record Limits(long groupSize, long localBytes, long alignment) {
  private static final int LARGEST_GROUP = 128;

  static Limits of(long device) {
    return new Limits(
        ClInfo.deviceNumber(device, CL_DEVICE_MAX_WORK_GROUP_SIZE),
        ClInfo.deviceNumber(device, CL_DEVICE_LOCAL_MEM_SIZE),
        ClInfo.deviceNumber(device, CL_DEVICE_MEM_BASE_ADDR_ALIGN) / Byte.SIZE);
  }

  /** Work-items that share the work on a row: a power of two. */
  int group() {
    return (int) Math.min(LARGEST_GROUP, Long.highestOneBit(Math.max(1, groupSize)));
  }

  /** Neighbouring columns in a work-group. */
  int across() {
    return Math.min(32, group());
  }

  /** Whether rows that begin at multiples of four numbers do so at multiples of 16 bytes, too. */
  boolean fours() {
    return alignment >= 16;
  }
}

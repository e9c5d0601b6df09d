package org.inferscope.compute.cuda;

/**
 * The few functions of NVIDIA's driver that tell what cards there are, named and used as in its C
 * interface: each gives an error code, 0 for success, and writes its result into an array of length
 * one. A driver is used on one thread.
 */
interface CudaDriver {

  /** Has to come first; {@code flags} is 0. */
  int cuInit(int flags);

  /** The newest CUDA that the driver supports: 1000 × major + 10 × minor. */
  int cuDriverGetVersion(int[] version);

  /** How many cards there are. */
  int cuDeviceGetCount(int[] count);

  /** The handle of a card, by its number from 0. */
  int cuDeviceGet(int[] device, int ordinal);

  /** A card's name, ended by a 0 byte. */
  int cuDeviceGetName(byte[] name, int length, int device);

  /** One of a card's numbers. */
  int cuDeviceGetAttribute(int[] value, int attribute, int device);

  /** The size of a card's memory in bytes. */
  int cuDeviceTotalMem_v2(long[] bytes, int device);
}

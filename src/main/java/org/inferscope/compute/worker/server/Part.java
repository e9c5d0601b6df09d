package org.inferscope.compute.worker.server;

import org.jspecify.annotations.Nullable;

/**
 * An UploadPart of the contract as it is used here: its numbers in an array rather than bytes.
 * Belongs to the thread that has it; passed from gRPC's to the device's.
 */
final class Part {
  /** Stands for one that could not be read. */
  static final Part MALFORMED = new Part(0, 0, null);

  /** Stands for one of more numbers than a part may have. */
  static final Part TOO_LONG = new Part(0, 0, null);

  final long tensor;
  final long size;

  /** All of them are the part's; null for none. */
  final float @Nullable [] numbers;

  Part(long tensor, long size, float @Nullable [] numbers) {
    this.tensor = tensor;
    this.size = size;
    this.numbers = numbers;
  }

  int count() {
    return numbers == null ? 0 : numbers.length;
  }
}

package org.inferscope.compute.worker.server;

import org.inferscope.compute.worker.proto.Results;

/** What a batch answers: numbers, as many as fit into one message. Device thread. */
final class Answers {
  /** What a message needs besides its numbers, by and large. */
  private static final int AROUND = 16;

  private final Results.Builder results = Results.newBuilder();
  private final int most;
  private long bytes = AROUND;

  Answers(int most) {
    this.most = most;
  }

  /** Whether there is room for so many numbers more; refused if not, before anything is made. */
  void reserve(long numbers) {
    long needed = numbers > most ? Long.MAX_VALUE : bytes + numbers * Float.BYTES + AROUND;
    if (needed > most) {
      throw Refusals.tooLongAnswer(numbers, most);
    }
    bytes = needed;
  }

  void add(float[] numbers) {
    results.addNumbers(Floats.message(numbers));
  }

  Results finish(long nanos) {
    return results.setNanos(nanos).build();
  }
}

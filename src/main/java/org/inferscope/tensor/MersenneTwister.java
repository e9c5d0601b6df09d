package org.inferscope.tensor;

/**
 * The MT19937 generator of Matsumoto and Nishimura (1998), the source of bits behind NumPy's {@code
 * RandomState}. Belongs to one thread at a time.
 */
final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private static final int MATRIX_A = 0x9908b0df;
  private static final int UPPER_BIT = 0x80000000;
  private static final int LOWER_BITS = 0x7fffffff;

  private final int[] state;
  private int next = N;

  /** Fills the state from 32 bits (the authors' {@code init_genrand} of 2002). */
  MersenneTwister(int seed) {
    state = new int[N];
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      int before = state[i - 1];
      state[i] = 1812433253 * (before ^ (before >>> 30)) + i;
    }
  }

  private MersenneTwister(int[] state, int next) {
    this.state = state;
    this.next = next;
  }

  /** A generator in the same state. */
  MersenneTwister copy() {
    return new MersenneTwister(state.clone(), next);
  }

  /** The next 32 random bits. */
  int nextInt() {
    if (next == N) {
      refill();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** The next 64 random bits, the upper half drawn first. */
  long nextLong() {
    long upper = (long) nextInt() << 32;
    return upper | Integer.toUnsignedLong(nextInt());
  }

  /** A multiple of 2⁻⁵³ in [0, 1), from 27 upper and 26 lower bits. */
  double nextDouble() {
    int upper = nextInt() >>> 5;
    int lower = nextInt() >>> 6;
    return (upper * 67108864.0 + lower) / 9007199254740992.0;
  }

  private void refill() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & UPPER_BIT) | (state[(i + 1) % N] & LOWER_BITS);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX_A);
    }
    next = 0;
  }
}

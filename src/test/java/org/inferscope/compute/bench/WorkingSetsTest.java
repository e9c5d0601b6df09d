package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkingSetsTest {
  private static final long MIB = 1 << 20;
  private static final long ROOM = 8192 * MIB;

  @Test
  void lieBetweenTheCachesTheyAreFor() {
    WorkingSets sets = WorkingSets.of(new CacheSizes(MIB, 32 * MIB, false), 4, ROOM);
    assertThat(sets.l2()).contains(2 * MIB);
    assertThat(sets.l3()).contains(16 * MIB);
    assertThat(sets.memory()).isEqualTo(256 * MIB);
    assertThat(sets.notes()).isEmpty();
  }

  @Test
  void anL3NoLargerThanTheL2TogetherIsLeftOutWithANote() {
    WorkingSets sets = WorkingSets.of(new CacheSizes(2 * MIB, 24 * MIB, false), 8, ROOM);
    assertThat(sets.l3()).isEmpty();
    assertThat(sets.notes()).singleElement().asString().contains("L3 cache is left out");
  }

  @Test
  void memoryOfLessThanTwiceTheL3IsTold() {
    WorkingSets sets = WorkingSets.of(new CacheSizes(MIB, 300 * MIB, false), 2, 1024 * MIB);
    assertThat(sets.memory()).isEqualTo(256 * MIB);
    assertThat(sets.notes()).singleElement().asString().contains("268.4 MB").contains("314.6 MB");
  }

  @Test
  void assumedSizesAreTold() {
    WorkingSets sets = WorkingSets.of(new CacheSizes(MIB, 16 * MIB, true), 2, ROOM);
    assertThat(sets.notes()).singleElement().asString().contains("1.049 MB").contains("16.78 MB");
  }
}

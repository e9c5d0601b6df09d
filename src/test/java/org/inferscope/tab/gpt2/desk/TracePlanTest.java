package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Site;
import org.junit.jupiter.api.Test;

class TracePlanTest {
  private static final long MIB = 1 << 20;

  @Test
  void aUsualPromptKeepsEverythingButTheHeadsResults() {
    Keep keep = TracePlan.of(Gpt2Config.SMALL, 128, 400 * MIB);
    assertThat(TracePlan.isWhole(Gpt2Config.SMALL, keep)).isTrue();
    assertThat(keep.points()).doesNotContain(new HookPoint(Site.RESULT, 0));
    assertThat(TracePlan.bytes(Gpt2Config.SMALL, 128, keep)).isBetween(100 * MIB, 140 * MIB);
  }

  @Test
  void aLongPromptKeepsWhatFits() {
    Keep keep = TracePlan.of(Gpt2Config.SMALL, 1024, 600 * MIB);
    assertThat(TracePlan.isWhole(Gpt2Config.SMALL, keep)).isFalse();
    assertThat(keep.points()).contains(new HookPoint(Site.PATTERN, 11));
    assertThat(keep.logits()).isEqualTo(Keep.Logits.ALL);

    Keep less = TracePlan.of(Gpt2Config.SMALL, 1024, 400 * MIB);
    assertThat(less.points()).contains(new HookPoint(Site.PATTERN, 11));
    assertThat(less.logits()).isEqualTo(Keep.Logits.LAST);

    Keep least = TracePlan.of(Gpt2Config.SMALL, 1024, MIB);
    assertThat(least.points()).isEqualTo(Keep.hiddenStates(Gpt2Config.SMALL));
    assertThat(least.logits()).isEqualTo(Keep.Logits.LAST);
  }

  @Test
  void aPlanIsCountedAsItIsKept() {
    Gpt2Config tiny = new Gpt2Config(1, 2, 8, 32, 16, 300, Gpt2Config.EPSILON);
    Keep keep = TracePlan.of(tiny, 3, Long.MAX_VALUE);
    // Streams of 8: 2 outside and 4 in the block, the norms 2 and the end 1, q, k, v and z 4,
    // the layers' sums 2: 14 in all; neurons 2 of 32; pairs 2 of 2 triangles of 6; logits.
    long rows = 3 * (14 * 8 + 2 * 32);
    long pairs = 2 * 2 * 6;
    assertThat(TracePlan.bytes(tiny, 3, keep)).isEqualTo(4 * (rows + pairs + 3 * 300));
  }
}

package org.inferscope.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of hook points. */
class HookPointTest {
  @Test
  void namesAreThoseOfTransformerLens() {
    assertThat(new HookPoint(Site.Z, 3).name()).isEqualTo("blocks.3.attn.hook_z");
    assertThat(new HookPoint(Site.POST, 11).name()).isEqualTo("blocks.11.mlp.hook_post");
    assertThat(HookPoint.of(Site.LN_FINAL).name()).isEqualTo("ln_final.hook_normalized");
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void readsWhatItWrites(Site site) {
    HookPoint point = new HookPoint(site, site.isInBlocks() ? 17 : 0);
    assertThat(HookPoint.parse(point.name())).contains(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hook_z",
        "blocks..attn.hook_z",
        "blocks.-1.attn.hook_z",
        "blocks.03.attn.hook_z",
        "blocks.1.attn.hook_zz",
        "blocks.99999999999.attn.hook_z",
        "blocks.1.hook_embed"
      })
  void refusesOtherNames(String name) {
    assertThat(HookPoint.parse(name)).isEmpty();
  }
}

package org.inferscope.tab.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Pyramid;
import org.inferscope.model.gpt2.weights.Texels;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

class TileCacheTest {
  private static final long SIDE = TileKey.SIDE;

  private static Tile tile(int x, Texels texels) {
    Tile.Id id = new Tile.Id("wte.weight", Merge.MEAN, new TileKey(Level.FULL, x, 0));
    return Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          return Tile.of(id, texels, Colours.upTo(0.3));
        });
  }

  private static Texels texels() {
    RandomWeights weights = new RandomWeights(new Gpt2Config(1, 1, 256, 256, 256, 256, 1e-5f), 3);
    ParameterFacts of = ParameterFacts.find(ParameterFacts.of(weights), "wte.weight").orElseThrow();
    return Pyramid.tile(
        WeightNumbers.of(weights, of), new TileKey(Level.FULL, 0, 0), Merge.MEAN, () -> {});
  }

  @Test
  void dropsWhatWasLookedAtLongestAgo() {
    Texels texels = texels();
    TileCache cache = new TileCache(3 * 8 * SIDE * SIDE);
    Tile first = tile(0, texels);
    cache.put(first);
    cache.put(tile(1, texels));
    cache.put(tile(2, texels));
    assertThat(cache.get(first.id())).isNotNull();
    cache.put(tile(3, texels));
    assertThat(cache.bytes()).isEqualTo(3 * 8 * SIDE * SIDE);
    assertThat(cache.get(first.id())).isNotNull();
    assertThat(cache.get(tile(1, texels).id())).isNull();
    int version = cache.version();
    cache.put(first);
    assertThat(cache.bytes()).isEqualTo(3 * 8 * SIDE * SIDE);
    assertThat(cache.version()).isNotEqualTo(version);
    cache.clear();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void aPictureHasAPixelForEachTexelInItsColour() {
    Texels texels = texels();
    Tile tile = tile(0, texels);
    BufferedImage picture = tile.picture();
    assertThat(picture.getWidth()).isEqualTo(256);
    assertThat(picture.getRGB(7, 9) & 0xFFFFFF)
        .isEqualTo(tile.colours().at(texels.get(7, 9)).getRGB() & 0xFFFFFF);
  }
}

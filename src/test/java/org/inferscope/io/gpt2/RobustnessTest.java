package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.StoredType;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Config.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same tiny model in good forms, which are one model, and in bad ones, which are none. */
class RobustnessTest {
  private static final String FILE = "model.safetensors: ";

  /** What each bad one is refused with. */
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry(
              "bad-01-truncated",
              "the tensors end at byte 13,664 of the data, but the file has 13,164 "
                  + "bytes of data."),
          Map.entry(
              "bad-02-header-length-lies",
              "the header is no text in UTF-8 at or after \"h.0.mlp.c_proj.weight\"."),
          Map.entry(
              "bad-03-overlapping-offsets",
              "the data of tensor wpe.weight begin at byte 9,536, but those of "
                  + "wte.weight before it end at byte 9,600: there must be no gap and no "
                  + "overlap."),
          Map.entry(
              "bad-04-wrong-dtype",
              "tensor ln_f.weight is of type Q7, but the format knows only BOOL, F4, "
                  + "F6_E2M3, F6_E3M2, U8, I8, F8_E5M2, F8_E4M3, F8_E8M0, F8_E4M3FNUZ, "
                  + "F8_E5M2FNUZ, I16, U16, F16, BF16, I32, U32, F32, C64, F64, I64, U64."),
          Map.entry(
              "bad-05-nan-weights",
              "tensor h.0.mlp.c_fc.weight [8, 32] has NaN at [0, 0], counted from 0, "
                  + "but weights must be finite numbers."),
          Map.entry(
              "bad-06-missing-tensor",
              "tensor h.0.attn.c_proj.weight is missing: it must be there with the "
                  + "shape [8, 8] by the sizes in config.json."),
          Map.entry(
              "bad-07-wrong-shape",
              "tensor h.0.attn.c_attn.weight has the shape [24, 8], but must have "
                  + "[8, 24] by the sizes in config.json."),
          Map.entry(
              "bad-08-huge-header",
              "this is no safetensors file: its first 8 bytes say that the header "
                  + "has 4611686018427387904 bytes, but at most 100,000,000 are allowed."),
          Map.entry(
              "bad-09-non-utf8-header",
              "the header is no text in UTF-8 at or after \"h.0.mlp.c_proj.weight\"."),
          Map.entry(
              "bad-10-config-mismatch",
              "tensor wte.weight has the shape [300, 8], but config.json says that "
                  + "\"n_embd\" is 16."),
          Map.entry(
              "bad-11-vocab-mismatch",
              "tensor wte.weight has the shape [300, 8], but config.json says that "
                  + "\"vocab_size\" is 200."),
          Map.entry(
              "bad-12-zero-length",
              "this is no safetensors file: it has 0 bytes, and the length of the "
                  + "header alone takes 8."));

  private final FakeTokenizers tokenizers = new FakeTokenizers();

  private OpenModel open(String name) {
    return ModelFolder.open(RobustnessModels.folder(name), name, tokenizers);
  }

  static List<String> good() {
    return RobustnessModels.good();
  }

  static List<String> bad() {
    return RobustnessModels.bad();
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodFormHoldsTheSameModel(String name) {
    double tolerance = name.equals("ok-f16") ? 1e-3 : 0;
    try (OpenModel plain = open("ok-plain");
        OpenModel model = open(name)) {
      assertThat(model.config()).isEqualTo(new Gpt2Config(1, 2, 8, 32, 16, 300, 1e-5f));
      assertThat(model.weights().hasUnembedding()).isFalse();
      for (Parameter parameter : model.config().parameters()) {
        List<FloatBuffer> values = model.weights().values(parameter.name());
        assertThat(values).singleElement().matches(FloatBuffer::isDirect);
        near(values.get(0), plain.weights().values(parameter.name()).get(0), tolerance);
      }
    }
    assertThat(tokenizers.open()).isZero();
  }

  private static void near(FloatBuffer values, FloatBuffer expected, double tolerance) {
    assertThat(values.remaining()).isEqualTo(expected.remaining());
    for (int i = 0; i < expected.remaining(); i++) {
      assertThat((double) values.get(i))
          .isBetween(expected.get(i) - tolerance, expected.get(i) + tolerance);
    }
  }

  @Test
  void theFactsSayHowAFormIsStored() {
    try (OpenModel plain = open("ok-plain");
        OpenModel half = open("ok-f16");
        OpenModel shards = open("ok-sharded")) {
      assertThat(plain.facts())
          .isEqualTo(new ModelFacts(3416, 14_936, List.of(StoredType.F32), true, true, List.of()));
      assertThat(half.facts())
          .isEqualTo(new ModelFacts(3416, 8080, List.of(StoredType.F16), false, true, List.of()));
      assertThat(shards.facts().bytes()).isEqualTo(11_992 + 2960);
      assertThat(plain.facts().parameters()).isEqualTo(plain.config().parameterCount());
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadFormIsRefusedInASentence(String name) {
    assertThatThrownBy(() -> open(name))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(FILE + SENTENCES.get(name));
    assertThat(tokenizers.open()).isZero();
  }

  @Test
  void aModelInUseStaysWhenAnotherIsRefused() {
    try (OpenModel model = open("ok-plain")) {
      float before = model.weights().values("wte.weight").get(0).get(0);
      RobustnessModels.bad().forEach(bad -> assertThatThrownBy(() -> open(bad)));
      assertThat(model.weights().values("wte.weight").get(0).get(0)).isEqualTo(before);
      assertThat(model.isUnchanged()).isTrue();
    }
  }
}

package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Gpt2Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  private static final String GOOD =
      """
      {"activation_function": "gelu_new", "architectures": ["GPT2LMHeadModel"], "attn_pdrop": 0.1,
       "layer_norm_epsilon": 1e-05, "model_type": "gpt2", "n_ctx": 1024, "n_embd": 768,
       "n_head": 12, "n_layer": 12, "n_positions": 1024, "summary_type": "cls_index",
       "reorder_and_upcast_attn": true,
       "task_specific_params": {"text-generation": {"do_sample": true}}, "vocab_size": 50257}""";

  private static ConfigFile read(String text) {
    return ConfigFile.of(Path.of("config.json"), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thePublishedConfigIsThatOfGpt2Small() {
    assertThat(read(GOOD).config()).isEqualTo(Gpt2Config.SMALL);
    assertThat(read(GOOD).tied()).isTrue();
  }

  @Test
  void whatIsLeftOutHasTheValueThatHuggingFaceGivesIt() {
    ConfigFile least =
        read("{\"n_layer\":1,\"n_head\":2,\"n_embd\":6,\"n_ctx\":5,\"vocab_size\":9}");
    assertThat(least.config()).isEqualTo(new Gpt2Config(1, 2, 6, 24, 5, 9, 1e-5f));
    ConfigFile inner = read(GOOD.replace("\"n_ctx\": 1024", "\"n_inner\": 1000"));
    assertThat(inner.config().inner()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"n_layer\": 12, | `` | \"n_layer\" is missing: it must be a whole number from 1 to 1,000.",
        "\"n_layer\": 12 | \"n_layer\": \"12\" | \"n_layer\" is \"12\", but must be a whole number"
            + " from 1 to 1,000.",
        "\"n_layer\": 12 | \"n_layer\": 12.5 | \"n_layer\" is 12.5, but must be",
        "\"n_layer\": 12 | \"n_layer\": 2000000000 | \"n_layer\" is 2000000000, but must be",
        "\"n_embd\": 768 | \"n_embd\": 0 | \"n_embd\" is 0, but must be a whole number from 1 to"
            + " 16,777,216.",
        "\"n_embd\": 768 | \"n_embd\": 99999999999999999999 | \"n_embd\" is 99999999999999999999,",
        "\"n_embd\": 768 | \"n_embd\": [768] | \"n_embd\" is [768], but must be",
        "\"n_head\": 12 | \"n_head\": 7 | \"n_embd\" is 768, but must be a multiple of \"n_head\","
            + " which is 7.",
        "1e-05 | -1 | \"layer_norm_epsilon\" is -1, but must be a number from 0 to 1.",
        "1e-05 | 1e999 | \"layer_norm_epsilon\" is 1e999, but must be a number from 0 to 1.",
        "gelu_new | relu | \"activation_function\" is \"relu\", but must be \"gelu_new\","
            + " \"gelu_pytorch_tanh\" for a model like GPT-2.",
        "\"gpt2\" | \"llama\" | \"model_type\" is \"llama\", but must be \"gpt2\" for",
        "\"gpt2\" | 2 | \"model_type\" is 2, but must be a text in quotes.",
        "\"attn_pdrop\": 0.1 | \"scale_attn_weights\": false | \"scale_attn_weights\" is false, but"
            + " must be true",
        "\"attn_pdrop\": 0.1 | \"scale_attn_by_inverse_layer_idx\": true | must be false",
        "\"attn_pdrop\": 0.1 | \"tie_word_embeddings\": 1 | \"tie_word_embeddings\" is 1, but must"
            + " be true or false.",
        "\"n_layer\": 12 | \"n_layer\": 1 2 | the file is no valid JSON at $.n_layer or after.",
        "50257} | 50257 | the file is no valid JSON at",
        "50257} | 50257}} | the file is no valid JSON at",
      })
  void aWrongConfigIsRefusedWithTheKeyAndWhatWouldBeRight(String from, String to, String part) {
    String text = GOOD.replace(from, to);
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith("config.json: ")
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  @Test
  void whatIsNoObjectOfUtf8IsRefused() {
    refused(
        "[]".getBytes(StandardCharsets.UTF_8), "the file must hold one JSON object, in braces.");
    refused(new byte[0], "the file must hold one JSON object, in braces.");
    refused(new byte[] {'{', (byte) 0xff, '}'}, "the file is no text in UTF-8.");
  }

  @Test
  void whatIsFarTooLongOrDeepIsRefusedBeforeItIsUnderstood() {
    byte[] spaces = new byte[2_000_000];
    Arrays.fill(spaces, (byte) ' ');
    refused(spaces, "the file has more than 1.049 MB, but there is no need for so much in it.");
    byte[] deep = new byte[900_000];
    Arrays.fill(deep, (byte) '[');
    assertThatThrownBy(() -> ConfigFile.of(Path.of("config.json"), deep))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith("config.json: the file is no valid JSON at $[0][0][0]")
        .hasMessageEndingWith(" or after.");
  }

  private static void refused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> ConfigFile.of(Path.of("config.json"), bytes))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("config.json: " + reason);
  }
}

package org.inferscope.model.gpt2.tokenizer;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A checked vocabulary as the native library wants it: a {@code tokenizer.json} that asks for
 * GPT-2's way of cutting and nothing else. So it never sees a file that nobody has checked, and a
 * {@code vocab.json} with {@code merges.txt} takes the same way.
 */
final class CanonicalJson {
  private final JsonWriter json;

  private CanonicalJson(JsonWriter json) {
    this.json = json;
  }

  /** The whole text. */
  static String of(Vocabulary vocabulary) {
    // Some 25 characters a token, with its merge.
    StringWriter text = new StringWriter(32 * vocabulary.size());
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      new CanonicalJson(json).write(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(Vocabulary vocabulary) throws IOException {
    json.beginObject();
    json.name("version").value("1.0");
    json.name("truncation").nullValue();
    json.name("padding").nullValue();
    json.name("normalizer").nullValue();
    json.name("post_processor").nullValue();
    json.name("decoder").nullValue();
    writeAdded(vocabulary);
    json.name("pre_tokenizer").beginObject();
    json.name("type").value("ByteLevel");
    json.name("add_prefix_space").value(false);
    json.name("trim_offsets").value(false);
    json.endObject();
    writeModel(vocabulary);
    json.endObject();
  }

  private void writeAdded(Vocabulary vocabulary) throws IOException {
    json.name("added_tokens").beginArray();
    for (Map.Entry<String, Integer> token : vocabulary.added()) {
      json.beginObject();
      json.name("id").value(token.getValue());
      json.name("content").value(token.getKey());
      for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
        json.name(flag).value(false);
      }
      json.name("special").value(true);
      json.endObject();
    }
    json.endArray();
  }

  private void writeModel(Vocabulary vocabulary) throws IOException {
    json.name("model").beginObject();
    // First, since the library reads the rest twice where it has to find out the type.
    json.name("type").value("BPE");
    json.name("vocab").beginObject();
    for (int id = 0; id < vocabulary.size(); id++) {
      json.name(vocabulary.piece(id)).value(id);
    }
    json.endObject();
    json.name("merges").beginArray();
    for (String merge : vocabulary.merges()) {
      json.value(merge);
    }
    json.endArray();
    json.endObject();
  }
}

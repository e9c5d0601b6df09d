package org.inferscope.io.safetensors;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Reads the JSON of a header. */
final class HeaderReader {
  private static final String METADATA = "__metadata__";
  private static final int MOST_TENSORS = 100_000;
  private static final int MOST_DIMENSIONS = 64;
  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,17}");

  private final JsonReader json;
  private final List<TensorInfo> tensors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** The entry being read. */
  private String entry = "";

  private HeaderReader(Reader text) {
    json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
  }

  /**
   * Reads and checks a header.
   *
   * @param text the JSON and nothing else, in characters; a {@link CharacterCodingException} from
   *     it says that the bytes are no UTF-8
   * @param dataBytes bytes of the file after the header
   */
  static Header read(Reader text, long dataBytes) throws BadHeader, IOException {
    HeaderReader reader = new HeaderReader(text);
    try {
      reader.readAll();
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw reader.malformed();
    } catch (CharacterCodingException e) {
      throw new BadHeader(Texts.get("networkfiles.notUtf8", reader.place()));
    }
    return Header.of(reader.tensors, reader.metadata, dataBytes);
  }

  private void readAll() throws BadHeader, IOException {
    Set<String> names = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!names.add(name)) {
        throw new BadHeader(Texts.get("networkfiles.twice", name));
      }
      entry = name;
      if (name.equals(METADATA)) {
        readMetadata();
      } else if (tensors.size() == MOST_TENSORS) {
        throw new BadHeader(Texts.get("networkfiles.tooMany", Numbers.count(MOST_TENSORS)));
      } else {
        tensors.add(readTensor(name));
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw malformed();
    }
  }

  private void readMetadata() throws BadHeader, IOException {
    require(JsonToken.BEGIN_OBJECT, METADATA);
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      require(JsonToken.STRING, METADATA);
      if (metadata.put(key, json.nextString()) != null) {
        throw new BadHeader(Texts.get("networkfiles.fieldTwice", METADATA, key));
      }
    }
    json.endObject();
  }

  private TensorInfo readTensor(String name) throws BadHeader, IOException {
    Optional<StoredType> type = Optional.empty();
    Optional<List<Long>> shape = Optional.empty();
    Optional<List<Long>> offsets = Optional.empty();
    Set<String> fields = new HashSet<>();
    require(JsonToken.BEGIN_OBJECT, name);
    json.beginObject();
    while (json.hasNext()) {
      String field = json.nextName();
      if (!fields.add(field)) {
        throw new BadHeader(Texts.get("networkfiles.fieldTwice", name, field));
      }
      switch (field) {
        case "dtype" -> type = Optional.of(readType(name));
        case "shape" -> shape = Optional.of(readWholes(name, field));
        case "data_offsets" -> offsets = Optional.of(readWholes(name, field));
        default -> json.skipValue(); // As the format's own loader does.
      }
    }
    json.endObject();
    List<Long> range = present(offsets, name, "data_offsets");
    if (range.size() != 2) {
      throw wrong(name, "data_offsets");
    }
    return new TensorInfo(
        name,
        present(type, name, "dtype"),
        present(shape, name, "shape"),
        range.get(0),
        range.get(1));
  }

  private StoredType readType(String name) throws BadHeader, IOException {
    require(JsonToken.STRING, name);
    String type = json.nextString();
    Optional<StoredType> known = StoredType.named(type);
    if (known.isEmpty()) {
      throw new BadHeader(Texts.get("networkfiles.unknownType", name, type, StoredType.names()));
    }
    return known.get();
  }

  private List<Long> readWholes(String name, String field) throws BadHeader, IOException {
    List<Long> values = new ArrayList<>();
    require(JsonToken.BEGIN_ARRAY, name);
    json.beginArray();
    while (json.hasNext()) {
      String number = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
      if (!WHOLE.matcher(number).matches() || values.size() == MOST_DIMENSIONS) {
        throw wrong(name, field);
      }
      values.add(Long.valueOf(number));
    }
    json.endArray();
    return values;
  }

  private static <T> T present(Optional<T> value, String name, String field) throws BadHeader {
    if (value.isEmpty()) {
      throw new BadHeader(Texts.get("networkfiles.fieldMissing", name, field));
    }
    return value.get();
  }

  private void require(JsonToken wanted, String name) throws BadHeader, IOException {
    JsonToken found = json.peek();
    if (found != wanted) {
      throw new BadHeader(Texts.get("networkfiles.entry", name));
    }
  }

  private static BadHeader wrong(String name, String field) {
    return new BadHeader(
        field.equals("shape")
            ? Texts.get("networkfiles.badShape", name)
            : Texts.get("networkfiles.badOffsets", name));
  }

  private BadHeader malformed() {
    return new BadHeader(Texts.get("networkfiles.notJson", place()));
  }

  private String place() {
    return entry.isEmpty()
        ? Texts.get("networkfiles.atStart")
        : Texts.get("networkfiles.near", entry);
  }
}

package org.inferscope.model.network.code;

import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Collects the lines of a program. */
final class CodeLines {
  private static final int SHOWN_OF_PACKED = 2;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder shown = new StringBuilder();

  CodeLines add(String... lines) {
    return addAll(List.of(lines));
  }

  CodeLines addAll(List<String> lines) {
    for (String line : lines) {
      text.append(line).append('\n');
      shown.append(line).append('\n');
    }
    return this;
  }

  /** Lines that only a machine reads. */
  CodeLines addPacked(List<String> lines) {
    int most = lines.size() > SHOWN_OF_PACKED + 1 ? SHOWN_OF_PACKED : lines.size();
    addAll(lines.subList(0, most));
    lines.subList(most, lines.size()).forEach(line -> text.append(line).append('\n'));
    if (most < lines.size()) {
      shown.append(Texts.get("networkcode.more", Numbers.count(lines.size() - most))).append('\n');
    }
    return this;
  }

  CodeText toText(boolean needsFile) {
    return new CodeText(text.toString(), shown.toString(), needsFile);
  }
}

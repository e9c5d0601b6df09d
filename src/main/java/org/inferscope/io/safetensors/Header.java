package org.inferscope.io.safetensors;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * A file's header, checked: tensors lie one after the other, without a gap, as large as their types
 * and shapes say, to the end of the file.
 *
 * @param tensors by name, in the order of their data
 * @param metadata what else the file says of itself
 */
record Header(Map<String, TensorInfo> tensors, Map<String, String> metadata) {

  /**
   * Sorts and checks.
   *
   * @param dataBytes bytes of the file after the header
   * @throws BadHeader naming the tensor
   */
  static Header of(List<TensorInfo> tensors, Map<String, String> metadata, long dataBytes)
      throws BadHeader {
    Map<String, TensorInfo> inOrder = new LinkedHashMap<>();
    long end = 0;
    String before = "";
    for (TensorInfo tensor : sorted(tensors)) {
      requireNext(tensor, before, end);
      requireSize(tensor);
      end = tensor.end();
      before = tensor.name();
      inOrder.put(tensor.name(), tensor);
    }
    if (end != dataBytes) {
      throw new BadHeader(
          Texts.get("networkfiles.dataSize", Numbers.count(end), Numbers.count(dataBytes)));
    }
    return new Header(inOrder, metadata);
  }

  private static List<TensorInfo> sorted(List<TensorInfo> tensors) {
    return tensors.stream()
        .sorted(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end))
        .toList();
  }

  private static void requireNext(TensorInfo tensor, String before, long end) throws BadHeader {
    if (tensor.begin() == end && tensor.end() >= end) {
      return;
    }
    String name = tensor.name();
    String begin = Numbers.count(tensor.begin());
    String expected = Numbers.count(end);
    if (tensor.begin() == end) {
      throw new BadHeader(
          Texts.get("networkfiles.backwards", name, begin, Numbers.count(tensor.end())));
    }
    throw new BadHeader(
        before.isEmpty()
            ? Texts.get("networkfiles.firstNotAtZero", name, begin)
            : Texts.get("networkfiles.notContiguous", name, begin, before, expected));
  }

  private static void requireSize(TensorInfo tensor) throws BadHeader {
    long bits = tensor.type().bits();
    boolean countable = true;
    for (long dim : tensor.shape()) {
      countable &= dim == 0 || bits <= Long.MAX_VALUE / dim;
      bits *= countable ? dim : 1;
    }
    long bytes = tensor.end() - tensor.begin();
    if (!countable || bits % Byte.SIZE != 0 || bits / Byte.SIZE != bytes) {
      String numbers = tensor.type() + " " + tensor.shapeText();
      String needed =
          !countable ? Texts.get("networkfiles.tooManyToCount") : Numbers.count(bits / Byte.SIZE);
      throw new BadHeader(
          Texts.get("networkfiles.size", tensor.name(), numbers, needed, Numbers.count(bytes)));
    }
  }
}

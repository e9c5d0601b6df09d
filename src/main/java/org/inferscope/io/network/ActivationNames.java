package org.inferscope.io.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;

/** A file's list of activations: {@code relu,relu,identity}. */
final class ActivationNames {
  /** The metadata's key. */
  static final String KEY = "activations";

  private ActivationNames() {}

  static String write(Network network) {
    return network.layers().stream()
        .map(layer -> name(layer.activation()))
        .collect(Collectors.joining(","));
  }

  /** The activations that metadata tell; empty where they tell none, or one that is not known. */
  static Optional<List<Activation>> read(Map<String, String> metadata) {
    List<Optional<Activation>> found =
        Arrays.stream(metadata.getOrDefault(KEY, "").split(",", -1))
            .map(ActivationNames::named)
            .toList();
    return found.stream().allMatch(Optional::isPresent)
        ? Optional.of(found.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private static Optional<Activation> named(String text) {
    return Arrays.stream(Activation.values())
        .filter(activation -> name(activation).equals(text.strip()))
        .findAny();
  }

  private static String name(Activation activation) {
    return activation.name().toLowerCase(Locale.ROOT);
  }
}

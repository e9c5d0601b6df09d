package org.inferscope.io.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.text.Texts;

/**
 * Puts layers in order: by the numbers in their names where these tell all apart, else so that each
 * takes as many numbers as the one before gives.
 *
 * @param layers in order; each fits the one before
 * @param guessed whether only the shapes told the order
 */
record LayerOrder(List<LayerTensors> layers, boolean guessed) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Words in names that tell a layer's place, early ones and late ones. */
  private static final Pattern EARLY = Pattern.compile("enc|input|fc_?in|first|stem");

  private static final Pattern LATE = Pattern.compile("dec|out|head|class|last|final");

  /** How many tries it may take to find an order; names without numbers are few in practice. */
  private static final int MOST_TRIES = 100_000;

  static LayerOrder of(List<LayerTensors> layers, Function<String, InferscopeException> problem) {
    List<LayerTensors> byName = new ArrayList<>(layers);
    byName.sort(
        Comparator.comparing((LayerTensors layer) -> numbers(layer.prefix()), LayerOrder::compare));
    if (numbersTellAllApart(layers)) {
      Optional<String> misfit = misfit(byName);
      if (misfit.isEmpty()) {
        return new LayerOrder(byName, false);
      }
      if (words(layers) == 1) {
        throw problem.apply(misfit.get());
      }
    }
    byName.sort(Comparator.comparingInt(LayerOrder::rank)); // Stable: numbers still count.
    return new Search(byName)
        .run()
        .map(found -> new LayerOrder(found, true))
        .orElseThrow(() -> problem.apply(misfit(byName).orElseThrow()));
  }

  private static boolean numbersTellAllApart(List<LayerTensors> layers) {
    return layers.size()
        == layers.stream().map(layer -> numbers(layer.prefix())).distinct().count();
  }

  /** How many different names there are when numbers do not count. */
  private static long words(List<LayerTensors> layers) {
    return layers.stream()
        .map(layer -> NUMBER.matcher(layer.prefix()).replaceAll(""))
        .distinct()
        .count();
  }

  private static List<BigInteger> numbers(String name) {
    return NUMBER.matcher(name).results().map(match -> new BigInteger(match.group())).toList();
  }

  private static int compare(List<BigInteger> a, List<BigInteger> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int rank(LayerTensors layer) {
    String name = layer.prefix().toLowerCase(Locale.ROOT);
    if (EARLY.matcher(name).find()) {
      return -1;
    }
    return LATE.matcher(name).find() ? 1 : 0;
  }

  /** A sentence on the first layer that does not fit the one before. */
  private static Optional<String> misfit(List<LayerTensors> layers) {
    for (int l = 1; l < layers.size(); l++) {
      LayerTensors before = layers.get(l - 1);
      LayerTensors layer = layers.get(l);
      if (layer.inputs() != before.outputs()) {
        return Optional.of(
            Texts.get(
                "networkfiles.misfit",
                layer.weight().name(),
                layer.weight().shapeText(),
                TensorInfo.text(List.of(layer.outputs(), before.outputs())),
                before.weight().name(),
                before.weight().shapeText()));
      }
    }
    return Optional.empty();
  }

  /** Tries orders, those closest to the names' first. */
  private static final class Search {
    private final List<LayerTensors> layers;
    private final List<LayerTensors> chain = new ArrayList<>();
    private final HashSet<LayerTensors> used = new HashSet<>();
    private int tries;

    Search(List<LayerTensors> layers) {
      this.layers = layers;
    }

    Optional<List<LayerTensors>> run() {
      return extend() ? Optional.of(List.copyOf(chain)) : Optional.empty();
    }

    private boolean extend() {
      if (chain.size() == layers.size()) {
        return true;
      }
      for (LayerTensors next : layers) {
        boolean fits = chain.isEmpty() || chain.get(chain.size() - 1).outputs() == next.inputs();
        if (fits && tries++ < MOST_TRIES && used.add(next)) {
          chain.add(next);
          if (extend()) {
            return true;
          }
          chain.remove(chain.size() - 1);
          used.remove(next);
        }
      }
      return false;
    }
  }
}

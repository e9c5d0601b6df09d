package org.inferscope.tab.gpt2.states;

import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.ui.theme.Role;

/**
 * A token on its way through the layers.
 *
 * @param position from 0
 * @param word as it is written on screen
 * @param role its colour
 * @param norms length of each of its L + 1 hidden states
 * @param cosines of each of them with the next
 */
record TokenLine(int position, String word, Role role, List<Double> norms, List<Double> cosines) {

  TokenLine {
    norms = List.copyOf(norms);
    cosines = List.copyOf(cosines);
  }

  static TokenLine of(Gpt2Trace trace, int position, String word, Role role) {
    int layers = trace.config().layers();
    return new TokenLine(
        position,
        word,
        role,
        IntStream.rangeClosed(0, layers).mapToObj(i -> trace.norm(i, position)).toList(),
        IntStream.range(0, layers).mapToObj(i -> trace.cosine(i, position)).toList());
  }

  TokenLine in(Role other) {
    return new TokenLine(position, word, other, norms, cosines);
  }
}

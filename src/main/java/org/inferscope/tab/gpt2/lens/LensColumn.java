package org.inferscope.tab.gpt2.lens;

import java.util.List;
import org.inferscope.model.gpt2.Distribution;

/**
 * All that every hidden state says after one token: what ranks are read from. Kept for the followed
 * token alone, since it is L + 1 times the whole vocabulary.
 *
 * @param position the token
 * @param said L + 1 distributions
 */
record LensColumn(int position, List<Distribution> said) {

  LensColumn {
    said = List.copyOf(said);
  }

  Standing standing(int state, int id) {
    Distribution distribution = said.get(state);
    return new Standing(state, 1 + distribution.rank(id), distribution.scored(id));
  }
}

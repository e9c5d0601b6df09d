package org.inferscope.model.gpt2.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.inferscope.tensor.Args;

/**
 * Which keys of which queries each figure counts in a prompt: it depends on the tokens alone, so it
 * is the same for all heads. Immutable, any thread.
 */
public final class CountedPairs {
  private static final int[] NONE = {};

  private final List<Integer> ids;
  private final int[][] duplicates;
  private final int[][] followers;

  private CountedPairs(List<Integer> ids, int[][] duplicates, int[][] followers) {
    this.ids = List.copyOf(ids);
    this.duplicates = duplicates;
    this.followers = followers;
  }

  /**
   * Those of a prompt.
   *
   * @param ids its tokens, at least one
   */
  public static CountedPairs of(List<Integer> ids) {
    Args.require(!ids.isEmpty(), "ids", ids, "at least one token");
    int[][] duplicates = new int[ids.size()][];
    int[][] followers = new int[ids.size()][];
    Map<Integer, List<Integer>> seen = new HashMap<>();
    for (int query = 0; query < ids.size(); query++) {
      int latest = query - 1;
      List<Integer> earlier = seen.computeIfAbsent(ids.get(query), id -> new ArrayList<>());
      duplicates[query] = array(earlier.stream().mapToInt(each -> each));
      // What followed is not the query itself, where a token stands twice in a row.
      followers[query] =
          array(earlier.stream().mapToInt(each -> each + 1).filter(key -> key <= latest));
      earlier.add(query);
    }
    return new CountedPairs(ids, duplicates, followers);
  }

  private static int[] array(IntStream keys) {
    int[] all = keys.toArray();
    return all.length == 0 ? NONE : all;
  }

  /** T. */
  public int tokens() {
    return ids.size();
  }

  /** How many queries a figure is the mean of; 0 if it cannot be computed. */
  public int queries(HeadFigure figure) {
    return switch (figure) {
      case INDUCTION -> counted(followers);
      case DUPLICATE -> counted(duplicates);
      case DISTANCE, ENTROPY, EVENNESS, PREVIOUS, FIRST -> tokens() - 1;
    };
  }

  private static int counted(int[][] keys) {
    return (int) Arrays.stream(keys).filter(each -> each.length > 0).count();
  }

  /** K(q): the keys that a figure counts of a query, in their order; none of query 0. */
  public int[] keys(HeadFigure figure, int query) {
    Args.index(query, tokens(), "query");
    if (query == 0) {
      return NONE;
    }
    return switch (figure) {
      case DISTANCE, ENTROPY, EVENNESS -> IntStream.rangeClosed(0, query).toArray();
      case PREVIOUS -> new int[] {query - 1};
      case FIRST -> new int[] {0};
      case INDUCTION -> followers[query].clone();
      case DUPLICATE -> duplicates[query].clone();
    };
  }

  /** As {@link #keys} of the two figures that need repeats, without a copy. */
  int[] followers(int query) {
    return followers[query];
  }

  int[] duplicates(int query) {
    return duplicates[query];
  }
}

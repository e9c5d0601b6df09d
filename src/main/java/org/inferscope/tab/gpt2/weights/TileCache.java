package org.inferscope.tab.gpt2.weights;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tiles, those looked at longest ago dropped beyond a limit. Event thread. */
final class TileCache {
  private final long limit;
  private final Map<Tile.Id, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;
  private int version;

  /** A cache that takes at most so many bytes. */
  TileCache(long limit) {
    this.limit = limit;
  }

  @Nullable Tile get(Tile.Id id) {
    return tiles.get(id);
  }

  void put(Tile tile) {
    Tile before = tiles.put(tile.id(), tile);
    bytes += tile.bytes() - (before == null ? 0 : before.bytes());
    version++;
    Iterator<Tile> oldest = tiles.values().iterator();
    while (bytes > limit && oldest.hasNext()) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  void clear() {
    tiles.clear();
    bytes = 0;
    version++;
  }

  /** What they take now. */
  long bytes() {
    return bytes;
  }

  /** Another number after each change. */
  int version() {
    return version;
  }
}

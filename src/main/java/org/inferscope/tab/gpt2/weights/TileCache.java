package org.inferscope.tab.gpt2.weights;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inferscope.model.gpt2.weights.TileKey;
import org.jspecify.annotations.Nullable;

/** Tiles, those looked at longest ago dropped beyond a limit. Event thread. */
final class TileCache {
  /** Of a whole tile: a value and a pixel for each of its numbers. */
  private static final long TILE_BYTES = 8L * TileKey.SIDE * TileKey.SIDE;

  private final long usual;
  private long limit;
  private final Map<Tile.Id, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;
  private int version;

  /** A cache that takes at most so many bytes. */
  TileCache(long limit) {
    usual = limit;
    this.limit = limit;
  }

  /**
   * Takes more than its limit where so many tiles are seen at once, and a quarter more for what
   * comes into sight next; else each new one would push out another that is seen.
   */
  void makeRoom(int seen) {
    limit = Math.max(usual, (seen + seen / 4) * TILE_BYTES);
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

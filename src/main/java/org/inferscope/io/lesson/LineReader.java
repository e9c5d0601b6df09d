package org.inferscope.io.lesson;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands text out at most one line at a time and knows the line it handed out last.
 *
 * <p>A parser that asks for more only when it needs more is then always on that line, which is how
 * a parser that keeps its own line number to itself can be asked where it is.
 */
final class LineReader extends Reader {
  private static final int CHUNK = 8_192;

  private final Reader in;
  private final char[] chunk = new char[CHUNK];
  private final StringBuilder current = new StringBuilder();
  private int next;
  private int end;
  private int line = 1;
  private boolean lineIsOver;

  LineReader(Reader in) {
    this.in = in;
  }

  /** The number of the line handed out last, counted from 1. */
  int line() {
    return line;
  }

  /** What was handed out of that line, at least its beginning. */
  String text() {
    return current.toString();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (next == end && !fill()) {
      return -1;
    }
    if (lineIsOver) {
      line++;
      current.setLength(0);
      lineIsOver = false;
    }
    int count = 0;
    while (count < length && next < end && !lineIsOver) {
      char c = chunk[next++];
      target[offset + count++] = c;
      lineIsOver = c == '\n' || (c == '\r' && !lineFeedFollows());
    }
    remember(target, offset, count);
    return count;
  }

  /** Whether the carriage return just read belongs to a line feed; if unsure, it is on its own. */
  private boolean lineFeedFollows() throws IOException {
    return (next < end || fill()) && chunk[next] == '\n';
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private void remember(char[] target, int offset, int count) {
    if (current.length() < CHUNK) {
      current.append(target, offset, count);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

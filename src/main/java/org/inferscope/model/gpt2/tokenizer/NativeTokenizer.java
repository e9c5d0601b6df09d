package org.inferscope.model.gpt2.tokenizer;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A tokenizer in native memory, made when a text first comes: that takes 0.13 s for GPT-2's 50,257
 * tokens, which whoever opens a model to look at its weights need not wait for. Any thread; closing
 * waits for texts being cut.
 */
final class NativeTokenizer implements AutoCloseable {
  private final TokenizersLibrary library;
  private final Vocabulary vocabulary;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();

  /** Written by one text at a time, or while there is none. */
  private volatile long handle;

  private volatile boolean closed;

  NativeTokenizer(TokenizersLibrary library, Vocabulary vocabulary) {
    this.library = library;
    this.vocabulary = vocabulary;
  }

  /**
   * The ids of a text's tokens.
   *
   * @param text without surrogates that have no partner
   */
  long[] ids(String text) {
    inUse.readLock().lock();
    try {
      long encoding = library.encode(handle(), text, false);
      try {
        return library.getTokenIds(encoding);
      } finally {
        library.deleteEncoding(encoding);
      }
    } finally {
      inUse.readLock().unlock();
    }
  }

  private synchronized long handle() {
    if (closed) {
      throw new IllegalStateException("The tokenizer is closed.");
    }
    if (handle == 0) {
      handle = library.createTokenizerFromString(CanonicalJson.of(vocabulary));
    }
    return handle;
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      closed = true;
      if (handle != 0) {
        library.deleteTokenizer(handle);
        handle = 0;
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }
}

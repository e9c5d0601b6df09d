package org.inferscope.io.gpt2;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.NativeMemory;
import org.inferscope.io.safetensors.TensorMemory;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Config.Parameter;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.text.Texts;

/** Weights in memory outside the heap: mapped files, or what was converted of them. */
final class MappedWeights implements Gpt2Weights {
  private final Gpt2Config config;
  private final List<FileStamp> files;
  private final NativeMemory memory;

  /** An unembedding, which is given back by itself where it turns out to be the embedding. */
  private final NativeMemory unembeddingMemory;

  private final Map<String, TensorMemory> tensors = new HashMap<>();
  private volatile boolean closed;

  private MappedWeights(Gpt2Config config, List<FileStamp> files, Supplier<NativeMemory> memories) {
    this.config = config;
    this.files = files;
    memory = memories.get();
    unembeddingMemory = memories.get();
  }

  /**
   * Maps or converts all parameters and looks at each number.
   *
   * @param files those that hold them; may be closed afterwards
   * @throws InferscopeException if one is not finite, or there is no memory; nothing stays mapped
   */
  static MappedWeights load(Gpt2Tensors tensors, WeightFiles files) {
    return load(tensors, files, NativeMemory::open);
  }

  /** The same in given memory. */
  static MappedWeights load(
      Gpt2Tensors tensors, WeightFiles files, Supplier<NativeMemory> memories) {
    MappedWeights weights = new MappedWeights(tensors.config(), files.stamps(), memories);
    try {
      weights.loadAll(tensors);
      return weights;
    } catch (InternalError e) { // What Java makes of reading beyond the end of a mapped file.
      weights.close();
      throw new InferscopeException(changed(files.main()), e);
    } catch (RuntimeException | Error e) {
      weights.close();
      throw e;
    }
  }

  private void loadAll(Gpt2Tensors from) {
    for (Parameter parameter : from.parameters()) {
      tensors.put(parameter.name(), from.get(parameter).load(memory));
    }
    from.unembedding().ifPresent(this::loadUnembedding);
  }

  /** Models are often saved with both; what is the same is kept, and multiplied with, once. */
  private void loadUnembedding(StoredTensor stored) {
    TensorMemory unembedding = stored.load(unembeddingMemory);
    if (unembedding.equalBits(embedding())) {
      unembeddingMemory.close();
    } else {
      tensors.put(UNEMBEDDING, unembedding);
    }
  }

  private TensorMemory embedding() {
    TensorMemory embedding = tensors.get(config.parameters().get(0).name());
    if (embedding == null) {
      throw new IllegalStateException("the embedding is loaded first");
    }
    return embedding;
  }

  @Override
  public Gpt2Config config() {
    return config;
  }

  @Override
  public boolean hasUnembedding() {
    return tensors.containsKey(UNEMBEDDING);
  }

  /** All that is loaded, in no order. */
  Collection<TensorMemory> tensors() {
    return tensors.values();
  }

  @Override
  public List<FloatBuffer> values(String name) {
    if (closed) {
      throw new IllegalStateException("the weights are closed");
    }
    TensorMemory tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("'name' must be a parameter's, but was " + name);
    }
    if (tensor.isInPlace()) {
      requireUnchanged();
    }
    return tensor.floats();
  }

  private void requireUnchanged() {
    for (FileStamp file : files) {
      if (!file.isCurrent()) {
        throw new InferscopeException(changed(file.path()));
      }
    }
  }

  private static String changed(Path file) {
    return Texts.get("gpt2files.changed", file.toAbsolutePath().toString());
  }

  @Override
  public void close() {
    closed = true;
    memory.close();
    unembeddingMemory.close();
  }
}

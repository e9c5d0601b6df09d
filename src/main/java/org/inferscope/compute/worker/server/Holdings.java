package org.inferscope.compute.worker.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.worker.proto.Matrix;
import org.inferscope.compute.worker.proto.Vector;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;

/** The tensors and weights of a session. Device thread. */
final class Holdings {
  private static final int MOST_EMPTY_ROWS = 1 << 20;

  private final Session session;
  private final Handles<Held> tensors = new Handles<>();
  private final Handles<Weights> weights = new Handles<>();

  /** Tensors that have no number: being filled, or freed while weights still use them. */
  private final Set<Held> nameless = new HashSet<>();

  Holdings(Session session) {
    this.session = session;
  }

  /** Reserves memory under a new number. */
  void allocate(Backend backend, long handle, long size) {
    name(handle, reserve(backend, handle, size));
  }

  /** Reserves memory and uses up a number, which it gets when it has been filled. */
  Held reserve(Backend backend, long handle, long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    Args.require(size <= Long.MAX_VALUE / Float.BYTES, "size", size, "a number of numbers");
    tensors.use(handle);
    long bytes = size * Float.BYTES;
    session.hold(bytes);
    try {
      Held held = new Held(backend.allocate(size), bytes);
      nameless.add(held);
      return held;
    } catch (RuntimeException | Error e) {
      session.hold(-bytes);
      throw e;
    }
  }

  /** Gives a tensor its number. */
  void name(long handle, Held held) {
    nameless.remove(held);
    tensors.put(handle, held);
  }

  /** Frees a tensor that has no number. */
  void drop(Held held) {
    if (nameless.remove(held)) {
      release(held);
    }
  }

  /** Frees a tensor; while weights use its memory, that stays. */
  void free(long handle) {
    Held held = tensors.remove(handle);
    if (held.users == 0) {
      release(held);
    } else {
      nameless.add(held);
    }
  }

  private void release(Held held) {
    session.hold(-held.bytes);
    held.tensor.close();
  }

  DeviceTensor tensor(long handle) {
    return tensors.get(handle).tensor;
  }

  MatrixView view(Matrix matrix) {
    // Of no width there could be rows without end, and each would take its time.
    Args.require(
        matrix.getCols() > 0 || matrix.getRows() <= MOST_EMPTY_ROWS,
        "rows",
        matrix.getRows(),
        "few where there are no columns");
    return new MatrixView(
        tensor(matrix.getTensor()),
        matrix.getOffset(),
        matrix.getRows(),
        matrix.getCols(),
        matrix.getStride());
  }

  VectorView view(Vector vector) {
    return new VectorView(tensor(vector.getTensor()), vector.getOffset(), vector.getSize());
  }

  /** Makes weights under a new number. */
  void makeWeights(Backend backend, long handle, Matrix w, Layout layout, DType format) {
    Held source = tensors.get(w.getTensor());
    MatrixView view = view(w);
    weights.use(handle);
    // Those of 32 bits lie where they were.
    long bytes = format == DType.FP32 ? 0 : format.bytes((long) view.rows() * view.cols());
    session.hold(bytes);
    try {
      weights.put(handle, new Weights(backend.weights(view, layout, format), bytes, source));
      source.users++;
    } catch (RuntimeException | Error e) {
      session.hold(-bytes);
      throw e;
    }
  }

  LayerWeights weights(long handle) {
    return weights.get(handle).weights;
  }

  void freeWeights(long handle) {
    release(weights.remove(handle));
  }

  private void release(Weights each) {
    session.hold(-each.bytes);
    each.weights.close();
    each.source.users--;
    if (each.source.users == 0) {
      drop(each.source);
    }
  }

  /** Frees everything. */
  void free() {
    List<Runnable> releases = new ArrayList<>();
    weights.all().forEach(each -> releases.add(() -> release(each)));
    tensors.all().forEach(each -> releases.add(() -> release(each)));
    releases.add(() -> List.copyOf(nameless).forEach(this::drop));
    for (Runnable release : releases) {
      try {
        release.run();
      } catch (RuntimeException | Error e) {
        Statuses.unexpected(e);
      }
    }
  }

  /** A tensor. */
  static final class Held {
    final DeviceTensor tensor;
    final long bytes;

    /** Weights that use it. */
    private int users;

    Held(DeviceTensor tensor, long bytes) {
      this.tensor = tensor;
      this.bytes = bytes;
    }
  }

  private record Weights(LayerWeights weights, long bytes, Held source) {}
}

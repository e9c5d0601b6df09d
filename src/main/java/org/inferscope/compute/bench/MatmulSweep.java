package org.inferscope.compute.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures every size with every implementation: size by size, the implementations taking turns, so
 * that what else the machine does meanwhile falls on all of them alike.
 *
 * <p>What fails is told as a {@link MatmulResult.Failed}, and the rest goes on. An implementation
 * that cannot be used, or whose device failed, is not asked again: its later sizes fail with the
 * same sentence. One that ran out of memory is.
 */
public final class MatmulSweep {
  private static final Logger LOG = LoggerFactory.getLogger(MatmulSweep.class);

  private final List<MatmulSize> sizes;
  private final List<MatmulImpl> impls;

  /** Hears how a sweep goes, on the thread that runs it. */
  public interface Listener {

    /**
     * A measurement starts.
     *
     * @param number which one it is, from 0
     * @param total how many there are in all
     */
    default void starts(MatmulImpl impl, MatmulSize size, int number, int total) {}

    /** A measurement has ended. */
    void ended(MatmulImpl impl, MatmulResult result);
  }

  /** A sweep over all pairs of a size and an implementation. */
  public MatmulSweep(List<MatmulSize> sizes, List<MatmulImpl> impls) {
    this.sizes = List.copyOf(sizes);
    this.impls = List.copyOf(impls);
  }

  /**
   * Measures, on the compute thread.
   *
   * @throws CancellationException or whatever else the checkpoint of the benchmark's stopwatch
   *     throws to give up; all that was measured before has been told
   */
  public void run(MatmulBenchmark benchmark, Listener listener) {
    Map<String, String> gaveUp = new HashMap<>();
    int number = 0;
    for (MatmulSize size : sizes) {
      for (MatmulImpl impl : impls) {
        listener.starts(impl, size, number++, sizes.size() * impls.size());
        listener.ended(impl, measured(benchmark, impl, size, gaveUp));
      }
    }
  }

  private static MatmulResult measured(
      MatmulBenchmark benchmark, MatmulImpl impl, MatmulSize size, Map<String, String> gaveUp) {
    Optional<String> known = Optional.ofNullable(gaveUp.get(impl.id())).or(impl::obstacle);
    if (known.isPresent()) {
      return new MatmulResult.Failed(size, known.get());
    }
    try {
      return benchmark.run(impl, size);
    } catch (CancellationException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      LOG.info("No memory for {} on {}", size, impl.id(), e);
      return new MatmulResult.Failed(size, Texts.get("compute.sweep.memory", impl.name()));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} failed at {}", impl.id(), size, e);
      String sentence = sentence(impl, e);
      gaveUp.put(impl.id(), sentence);
      return new MatmulResult.Failed(size, sentence);
    }
  }

  private static String sentence(MatmulImpl impl, Throwable e) {
    return e instanceof InferscopeException plain
        ? plain.sentence()
        : Texts.get("compute.sweep.unexpected", impl.name());
  }
}

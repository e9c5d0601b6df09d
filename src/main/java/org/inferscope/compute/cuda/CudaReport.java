package org.inferscope.compute.cuda;

import java.util.List;
import java.util.Optional;
import org.inferscope.text.Texts;

/**
 * What was found out about NVIDIA's cards here.
 *
 * @param state how the search ended
 * @param problem why there is no card to name, in a sentence; empty where there is one
 * @param driverVersion the newest CUDA the driver supports, 1000 × major + 10 × minor, such as
 *     12040; 0 if not known
 * @param cards all cards, in the driver's order
 */
public record CudaReport(State state, String problem, int driverVersion, List<CudaCard> cards) {
  private static final int MAJOR = 1000;
  private static final int MINOR = 10;

  /** How a search ended. */
  public enum State {
    /** This machine has no driver of NVIDIA's. */
    NO_DRIVER,
    /** There is one, but it gives an error, says nothing, or takes its process with it. */
    FAILED,
    /** There is one, and it has no card. */
    NO_DEVICE,
    /** There are cards. */
    FOUND
  }

  /** A report with a list of its own. */
  public CudaReport {
    cards = List.copyOf(cards);
  }

  /** A machine without a driver. */
  static CudaReport noDriver() {
    return new CudaReport(State.NO_DRIVER, Texts.get("cuda.noDriver"), 0, List.of());
  }

  /** A search that came to nothing, for a reason that is a sentence. */
  public static CudaReport failed(String problem) {
    return new CudaReport(State.FAILED, problem, 0, List.of());
  }

  /** The driver's version as NVIDIA writes it, such as 12.4; empty if not known. */
  public String driver() {
    return driverVersion <= 0 ? "" : driverVersion / MAJOR + "." + driverVersion % MAJOR / MINOR;
  }

  /** All of it as one line of JSON, without a line's end. */
  public String toLine() {
    return CudaReportJson.line(this);
  }

  /** Reads what {@link #toLine} wrote; empty for anything else. */
  public static Optional<CudaReport> ofLine(String line) {
    return CudaReportJson.parse(line);
  }
}

package org.inferscope.compute.cuda;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inferscope.text.Texts;

/**
 * Says on which cards ND4J's CUDA 11.6 build can run. That build carries machine code and no PTX
 * that a newer driver could translate, so a card either runs one of its pieces or nothing; ND4J
 * itself does not look, and fails for good on a card that it has no code for.
 *
 * <p>Machine code runs within its major version, at its minor or a later one. On Linux there is
 * code for 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, which covers all from 5.0 to 8.9. On Windows
 * there is code for 5.0, 5.2, 6.1, 7.5 and 8.6, and only these and 8.9 are let through. A card that
 * runs an older step's code gets the small run at the start like any other, but nobody has vouched
 * for it. Code for 3.7 is in the Linux build, but such cards are older than what is supported here.
 */
public final class CudaGate {
  /** Since then, one driver runs programs of all CUDA 11 versions. */
  private static final int OLDEST_DRIVER = 11_000;

  private static final Capability OLDEST = new Capability(5, 0);
  private static final Capability NEWEST = new Capability(8, 9);

  private static final List<Capability> ON_LINUX =
      List.of(
          new Capability(5, 0),
          new Capability(5, 2),
          new Capability(6, 0),
          new Capability(6, 1),
          new Capability(7, 0),
          new Capability(7, 5),
          new Capability(8, 0),
          new Capability(8, 6));

  private static final List<Capability> ON_WINDOWS =
      List.of(
          new Capability(5, 0),
          new Capability(5, 2),
          new Capability(6, 1),
          new Capability(7, 5),
          new Capability(8, 6));

  private final Builds builds;

  /** For which systems there is a build. */
  private enum Builds {
    LINUX("Linux"),
    WINDOWS("Windows"),
    NONE("");

    private final String title;

    Builds(String title) {
      this.title = title;
    }

    /** The machine code in it. */
    private List<Capability> codes() {
      return switch (this) {
        case LINUX -> ON_LINUX;
        case WINDOWS -> ON_WINDOWS;
        case NONE -> List.of();
      };
    }

    private boolean hasExactly(Capability capability) {
      return codes().contains(capability);
    }

    private boolean isLetThrough(Capability capability) {
      return this == LINUX
          ? codes().stream().anyMatch(capability::runsCodeFor)
          : capability.equals(NEWEST);
    }
  }

  /** How sure it is that a card runs ND4J. */
  public enum Kind {
    /** There is machine code for exactly this card. */
    RUNS,
    /** It runs code of an older step; the small run at the start shows whether it does. */
    SHOULD_RUN,
    /** It cannot. */
    REFUSED
  }

  /**
   * What was found of a card.
   *
   * @param reason a sentence for the person; empty for {@link Kind#RUNS}
   */
  public record Verdict(Kind kind, String reason) {
    /** Whether it is worth a try. */
    public boolean isUsable() {
      return kind != Kind.REFUSED;
    }
  }

  private CudaGate(Builds builds) {
    this.builds = builds;
  }

  /**
   * The gate of a system.
   *
   * @param os as in the property {@code os.name}
   * @param architecture as in {@code os.arch}
   */
  public static CudaGate of(String os, String architecture) {
    if (!Set.of("amd64", "x86_64").contains(architecture)) {
      return new CudaGate(Builds.NONE);
    }
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("linux")) {
      return new CudaGate(Builds.LINUX);
    }
    return new CudaGate(system.startsWith("windows") ? Builds.WINDOWS : Builds.NONE);
  }

  /** The gate of this system. */
  public static CudaGate ofThisSystem() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /**
   * Whether a card can run ND4J here.
   *
   * @param report where the card is from; says how old the driver is
   */
  public Verdict verdict(CudaReport report, CudaCard card) {
    Capability capability = card.capability();
    if (builds == Builds.NONE) {
      return refused(Texts.get("cuda.gate.noBuild"));
    }
    if (report.driverVersion() > 0 && report.driverVersion() < OLDEST_DRIVER) {
      return refused(Texts.get("cuda.gate.oldDriver", report.driver()));
    }
    if (capability.compareTo(OLDEST) < 0) {
      return refused(Texts.get("cuda.gate.oldCard", capability.toString()));
    }
    if (capability.compareTo(NEWEST) > 0) {
      return refused(Texts.get("cuda.gate.newCard", capability.toString()));
    }
    if (builds.hasExactly(capability)) {
      return new Verdict(Kind.RUNS, "");
    }
    return builds.isLetThrough(capability)
        ? new Verdict(Kind.SHOULD_RUN, Texts.get("cuda.gate.should", capability.toString()))
        : refused(Texts.get("cuda.gate.noCode", capability.toString(), builds.title));
  }

  private static Verdict refused(String reason) {
    return new Verdict(Kind.REFUSED, reason);
  }
}

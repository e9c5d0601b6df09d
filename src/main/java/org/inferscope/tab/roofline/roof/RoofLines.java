package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Limit;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MachineRoof;
import org.inferscope.model.roofline.explain.CeilingExplainer;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.tab.roofline.roof.RoofPresenter.DrawnRoof;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartArea;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.ChartLabel.Side;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.ChartSeries.Line;
import org.inferscope.ui.chart.ChartSpot;
import org.inferscope.ui.theme.Role;

/**
 * The roofs of the chosen devices as lines: the first with its two sides tinted, this machine's as
 * a stack of all limits that were measured. Confined to the presenter's thread.
 */
final class RoofLines {
  private static final Role[] ROLES = {
    Role.BLUE, Role.PLUM, Role.GREEN, Role.RESULT, Role.COLUMN, Role.ROW
  };

  /** Lines and tints go on beyond the axes' ends, where the chart cuts them off. */
  private static final double BEYOND = 2;

  private static final double HEADROOM = 4;

  private final RoofPresenter presenter;
  private final Extent extent;
  private final List<ChartSeries> series = new ArrayList<>();
  private final List<ChartLabel> labels = new ArrayList<>();
  private final List<ChartLabel> later = new ArrayList<>();
  private final List<ChartArea> areas = new ArrayList<>();

  /** The range of the axes. */
  record Extent(double fromX, double toX, double fromY, double toY) {
    /** So little beyond a power of ten, in decades, does not open another decade. */
    private static final double NEARLY = 0.02;

    static Extent of(double[] xs, double[] ys) {
      return new Extent(least(xs), most(xs), least(ys), most(ys));
    }

    private static double least(double[] values) {
      return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double most(double[] values) {
      return Arrays.stream(values).max().orElse(0);
    }

    /** Widened so that the roof's ridge is in sight, and its slope from the first decade on. */
    Extent with(Roof roof) {
      double low = Math.min(fromX, roof.ridge());
      return new Extent(
          low,
          Math.max(toX, roof.ridge()),
          Math.min(fromY, roof.attainable(decadeBelow(low))),
          Math.max(toY, roof.peak()));
    }

    /** To whole powers of ten at the sides and below, and with room for names above. */
    Extent rounded() {
      double low = Double.isFinite(fromX) ? decadeBelow(fromX) : 1;
      double high = Math.max(decadeAbove(toX), 10 * low);
      double bottom = Double.isFinite(fromY) ? decadeBelow(fromY) : 1e9;
      return new Extent(low, high, bottom, Math.max(toY * HEADROOM, 10 * bottom));
    }

    private static double decadeBelow(double x) {
      return Math.pow(10, Math.floor(Math.log10(x) + NEARLY));
    }

    private static double decadeAbove(double x) {
      return Math.pow(10, Math.ceil(Math.log10(x) - NEARLY));
    }
  }

  /**
   * The lines.
   *
   * @param points the range of the points that must be in sight
   */
  RoofLines(RoofPresenter presenter, Extent points) {
    this.presenter = presenter;
    Extent all = points;
    List<DrawnRoof> roofs = presenter.roofs();
    for (DrawnRoof roof : roofs) {
      all = all.with(roof.roof());
    }
    Optional<Roof> machine = machine();
    if (machine.isPresent()) {
      all = all.with(machine.get());
    }
    extent = all.rounded();
    roofs.stream().findFirst().ifPresent(first -> addSides(first.roof()));
    for (int r = 0; r < roofs.size(); r++) {
      if (!roofs.get(r).id().equals(RooflineState.THIS_MACHINE)) {
        add(roofs.get(r), r == 0);
      }
    }
    machine.ifPresent(this::addMachine);
    labels.addAll(later);
  }

  /** The range of the axes. */
  Extent extent() {
    return extent;
  }

  /** The lines. */
  List<ChartSeries> series() {
    return series;
  }

  /** Their names. */
  List<ChartLabel> labels() {
    return labels;
  }

  /** The two sides of the first roof. */
  List<ChartArea> areas() {
    return areas;
  }

  /** This machine's roof, where it was chosen, or where measured points are held against it. */
  private Optional<Roof> machine() {
    boolean chosen = presenter.desk().state().devices().contains(RooflineState.THIS_MACHINE);
    boolean needed =
        presenter.points().stream()
            .anyMatch(point -> point.group() == Group.MEASURED && point.point().roof().isPresent());
    return presenter.desk().machine().filter(roof -> chosen || needed);
  }

  private Role role(String id) {
    int at = presenter.desk().state().devices().indexOf(id);
    return ROLES[at < 0 ? ROLES.length - 1 : at % ROLES.length];
  }

  private double left() {
    return extent.fromX() / BEYOND;
  }

  private double right() {
    return extent.toX() * BEYOND;
  }

  private double bottom() {
    return extent.fromY() / BEYOND;
  }

  /** Coral where memory is the limit, teal where arithmetic is. */
  private void addSides(Roof roof) {
    double ridge = roof.ridge();
    areas.add(
        new ChartArea(
            Role.ROW,
            List.of(
                new ChartSpot(left(), bottom()),
                new ChartSpot(left(), roof.attainable(left())),
                new ChartSpot(ridge, roof.peak()),
                new ChartSpot(ridge, bottom()))));
    areas.add(
        new ChartArea(
            Role.COLUMN,
            List.of(
                new ChartSpot(ridge, bottom()),
                new ChartSpot(ridge, roof.peak()),
                new ChartSpot(right(), roof.peak()),
                new ChartSpot(right(), bottom()))));
    side(Texts.get("rooflineroof.side.memory"), Role.ROW, extent.fromX(), ridge);
    side(Texts.get("rooflineroof.side.compute"), Role.COLUMN, ridge, extent.toX());
  }

  private void side(String name, Role role, double from, double to) {
    later.add(
        new ChartLabel(
            name,
            Optional.of(role),
            new ChartSpot(Math.sqrt(from * to), extent.fromY()),
            Side.OVER));
  }

  private void add(DrawnRoof drawn, boolean isFirst) {
    Roof roof = drawn.roof();
    Role role = role(drawn.id());
    add(role, Line.SOLID, left(), roof.ridge(), right(), roof.bandwidth(), roof.peak());
    labelRidge(roof, role, isFirst);
    String peak = Numbers.si(roof.peak(), flops());
    labels.add(
        flat(
            isFirst ? peak : Texts.get("rooflineroof.roof.name", roof.name(), peak),
            role,
            roof.peak(),
            Side.END_OVER));
    if (isFirst) {
      series.add(
          line(
              Role.ROW,
              Line.DASHED,
              new ChartSpot(roof.ridge(), bottom()),
              new ChartSpot(roof.ridge(), roof.peak())));
    }
    drawn
        .device()
        .map(device -> device.achieved(presenter.formats().compute()))
        .filter(OptionalDouble::isPresent)
        .ifPresent(achieved -> addAchieved(roof, role, achieved.getAsDouble()));
  }

  private void labelRidge(Roof roof, Role role, boolean isFirst) {
    String ridge = Numbers.cell(Math.rint(roof.ridge() * 10) / 10);
    String text =
        isFirst
            ? Texts.get("rooflineroof.ridge.named", roof.name(), ridge)
            : Texts.get("rooflineroof.ridge", ridge);
    labels.add(
        new ChartLabel(
            text, Optional.of(role), new ChartSpot(roof.ridge(), roof.peak()), Side.OVER));
  }

  /** What others have measured of the peak. */
  private void addAchieved(Roof roof, Role role, double achieved) {
    series.add(
        line(
            role,
            Line.DASHED,
            new ChartSpot(achieved / roof.bandwidth(), achieved),
            new ChartSpot(right(), achieved)));
    later.add(
        flat(
            Texts.get("rooflineroof.roof.achieved", roof.name(), Numbers.si(achieved, flops())),
            role,
            achieved,
            Side.END_BELOW));
  }

  private static String flops() {
    return Limit.COMPUTE.unit();
  }

  private ChartLabel flat(String text, Role role, double height, Side side) {
    return new ChartLabel(text, Optional.of(role), new ChartSpot(extent.toX(), height), side);
  }

  /** A slope and what it ends in. */
  private void add(
      Role role, Line line, double from, double ridge, double to, double slope, double peak) {
    series.add(
        line(
            role,
            line,
            new ChartSpot(from, from * slope),
            new ChartSpot(ridge, peak),
            new ChartSpot(to, peak)));
  }

  private static ChartSeries line(Role role, Line line, ChartSpot... corners) {
    return ChartSeries.line(
            "", role, Arrays.stream(corners).map(at -> new ChartPoint(at.x(), at.y(), "")).toList())
        .with(line);
  }

  /** The roof of memory and the highest peak, and all other limits as thinner lines. */
  private void addMachine(Roof roof) {
    Role role = role(RooflineState.THIS_MACHINE);
    add(role, Line.SOLID, left(), roof.ridge(), right(), roof.bandwidth(), roof.peak());
    MachineCeilings measured = presenter.machine().ceilings().orElseThrow();
    MachineRoof made = MachineRoof.of(measured).orElseThrow();
    labelRidge(roof, role, true);
    String peak = Numbers.si(roof.peak(), flops());
    labels.add(
        flat(Texts.get("rooflineroof.roof.machine", peak), role, roof.peak(), Side.END_OVER));
    List<Ceiling> slopesFirst =
        measured.ceilings().stream()
            .sorted(Comparator.comparing((Ceiling each) -> each.kind().limit()).reversed())
            .toList();
    for (Ceiling ceiling : slopesFirst) {
      boolean isRoof = ceiling.equals(made.peak()) || ceiling.equals(made.bandwidth());
      if (ceiling.kind().limit() == Limit.BANDWIDTH) {
        addSlope(ceiling, role, roof.peak(), isRoof);
      } else if (!isRoof) {
        addPeak(ceiling, role, roof.bandwidth());
      }
    }
  }

  private void addSlope(Ceiling ceiling, Role role, double peak, boolean isRoof) {
    double slope = ceiling.value();
    if (!isRoof) {
      series.add(
          line(
              role,
              isTriad(ceiling) ? Line.DASHED : Line.THIN,
              new ChartSpot(left(), left() * slope),
              new ChartSpot(peak / slope, peak)));
    }
    if (isRoof || !isTriad(ceiling)) {
      later.add(
          new ChartLabel(
              text(ceiling), Optional.of(role), new ChartSpot(left(), left() * slope), Side.SLOPE));
    }
  }

  private static boolean isTriad(Ceiling ceiling) {
    return switch (ceiling.kind()) {
      case L2_TRIAD, L3_TRIAD, MEMORY_TRIAD -> true;
      default -> false;
    };
  }

  private void addPeak(Ceiling ceiling, Role role, double bandwidth) {
    series.add(
        line(
            role,
            Line.DASHED,
            new ChartSpot(ceiling.value() / bandwidth, ceiling.value()),
            new ChartSpot(right(), ceiling.value())));
    later.add(flat(text(ceiling), role, ceiling.value(), Side.END_BELOW));
  }

  private static String text(Ceiling ceiling) {
    return Texts.get(
        "rooflineroof.roof.ceiling",
        CeilingExplainer.title(ceiling.kind()),
        Numbers.si(ceiling.value(), ceiling.kind().limit().unit()));
  }
}

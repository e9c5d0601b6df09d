package org.inferscope.tab.roofline.roof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Limit;
import org.inferscope.io.SafeFile;
import org.inferscope.io.hardware.RooflineCsv;
import org.inferscope.tab.roofline.roof.RoofPresenter.DrawnRoof;
import org.inferscope.text.Texts;

/** Writes the roofs and points in sight to a file, on the file thread. Event thread. */
final class RoofExport {
  private final RoofPresenter presenter;

  RoofExport(RoofPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a file and writes it; the notice of the view says how it went. */
  void ask() {
    presenter
        .desk()
        .context()
        .files()
        .toSave(
            Texts.get("rooflineroof.action.csv"),
            Texts.get("rooflineroof.csv.files"),
            "roofline",
            "csv")
        .ifPresent(this::write);
  }

  private void write(Path file) {
    byte[] bytes = csv().getBytes(StandardCharsets.UTF_8);
    String name = String.valueOf(file.getFileName());
    presenter.onDisk(
        () -> SafeFile.write(file, bytes), Texts.get("rooflineroof.csv.written", name));
  }

  /** The table: roofs, this machine's ceilings, points. */
  String csv() {
    List<RooflineCsv.Limit> limits = new ArrayList<>();
    presenter.roofs().stream().map(DrawnRoof::roof).map(RooflineCsv.Limit::of).forEach(limits::add);
    presenter
        .machine()
        .ceilings()
        .ifPresent(all -> all.ceilings().forEach(ceiling -> limits.add(limit(ceiling))));
    return RooflineCsv.write(
        limits,
        presenter.points().stream()
            .map(
                point ->
                    new RooflineCsv.Row(
                        point.group().name().toLowerCase(Locale.ROOT),
                        point.point().name(),
                        point.point()))
            .toList());
  }

  private static RooflineCsv.Limit limit(Ceiling ceiling) {
    OptionalDouble value = OptionalDouble.of(ceiling.value());
    boolean computes = ceiling.kind().limit() == Limit.COMPUTE;
    return new RooflineCsv.Limit(
        "ceiling",
        ceiling.kind().key(),
        computes ? value : OptionalDouble.empty(),
        computes ? OptionalDouble.empty() : value);
  }
}

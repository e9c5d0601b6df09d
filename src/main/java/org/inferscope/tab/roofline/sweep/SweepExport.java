package org.inferscope.tab.roofline.sweep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.io.bench.RunCsv;
import org.inferscope.io.bench.RunJson;
import org.inferscope.text.Texts;

/** Writes the shown run to files of the person's choice. Confined to the presenter's thread. */
final class SweepExport {
  private final SweepPresenter presenter;

  SweepExport(SweepPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes a table. */
  void csv() {
    ask(Texts.get("rooflinesweep.csv"), Texts.get("rooflinesweep.csv.kind"), "csv", RunCsv::write);
  }

  /** Asks for a name and writes everything. */
  void json() {
    ask(
        Texts.get("rooflinesweep.json"),
        Texts.get("rooflinesweep.json.kind"),
        "json",
        RunJson::write);
  }

  private void ask(String title, String kind, String ending, Function<KeptRun, String> text) {
    presenter
        .run()
        .ifPresent(
            run ->
                presenter
                    .desk()
                    .context()
                    .files()
                    .toSave(title, kind, name(run), ending)
                    .ifPresent(file -> write(file, text.apply(run))));
  }

  private static String name(KeptRun run) {
    return "benchmark-" + LocalDate.ofInstant(run.date(), ZoneId.systemDefault());
  }

  private void write(Path file, String text) {
    presenter
        .desk()
        .context()
        .store()
        .disk()
        .execute(
            () -> {
              SweepPresenter.Notice said = written(file, text);
              presenter.events().execute(() -> presenter.say(said));
            });
  }

  private static SweepPresenter.Notice written(Path file, String text) {
    try {
      SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
      return new SweepPresenter.Notice(Texts.get("rooflinesweep.written", file.toString()), false);
    } catch (InferscopeException e) {
      return new SweepPresenter.Notice(e.sentence(), true);
    }
  }
}

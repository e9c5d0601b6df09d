package org.inferscope.tab.gpt2.map;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.PassCsv;
import org.inferscope.text.Texts;

/** Writes the list of products into a file, in a job. Confined to the presenter's thread. */
final class MapExport {
  private final MapPresenter presenter;

  MapExport(MapPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes the list. */
  void csv() {
    presenter
        .desk()
        .context()
        .files()
        .toSave(
            Texts.get("gpt2map.csv"),
            Texts.get("gpt2map.csv.kind"),
            Texts.get("gpt2map.csv.name"),
            "csv")
        .ifPresent(this::write);
  }

  private void write(Path file) {
    presenter
        .costs()
        .map(costs -> PassCsv.write(costs, presenter.times()))
        .ifPresent(text -> write(file, text));
  }

  private void write(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    presenter
        .desk()
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("gpt2map.csv.job", name),
                job -> {
                  SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("gpt2map.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.say(failed.error().sentence());
    }
  }
}

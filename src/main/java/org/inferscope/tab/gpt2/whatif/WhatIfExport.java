package org.inferscope.tab.gpt2.whatif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.WhatIfCsv;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.text.Texts;

/** Writes what is shown into files, in jobs. Confined to the presenter's thread. */
final class WhatIfExport {
  private final WhatIfPresenter presenter;

  WhatIfExport(WhatIfPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes every token before and after. */
  void comparison() {
    Optional<Comparison> made = presenter.comparison();
    if (made.isPresent()) {
      // The words are looked up while the model is surely open, which it need not be in the job.
      String text = WhatIfCsv.comparison(made.get(), presenter::word);
      save(Texts.get("whatif.csv.comparison"), Texts.get("whatif.csv.comparisonName"), () -> text);
    }
  }

  /** Asks for a name and writes what each head and each MLP does for the target. */
  void map() {
    Optional<Importance> made = presenter.importance();
    if (made.isPresent()) {
      String word = presenter.word(made.get().before().id());
      save(
          Texts.get("whatif.csv.map"),
          Texts.get("whatif.csv.mapName"),
          () -> WhatIfCsv.importance(made.get(), word));
    }
  }

  private void save(String title, String name, Supplier<String> content) {
    presenter
        .desk()
        .context()
        .files()
        .toSave(title, Texts.get("whatif.csv.kind"), name, "csv")
        .ifPresent(file -> write(file, content));
  }

  private void write(Path file, Supplier<String> content) {
    String name = String.valueOf(file.getFileName());
    presenter
        .desk()
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("whatif.csv.job", name),
                job -> {
                  SafeFile.write(file, content.get().getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("whatif.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.say(failed.error().sentence());
    }
  }
}

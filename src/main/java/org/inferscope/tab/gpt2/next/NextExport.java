package org.inferscope.tab.gpt2.next;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.GenerationCsv;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.text.Texts;

/** Writes the steps and the list of tokens into files, in a job. The presenter's thread. */
final class NextExport {
  private final NextPresenter presenter;

  NextExport(NextPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes a row for each written token. */
  void steps() {
    ask(Texts.get("gpt2next.csv.steps.name")).ifPresent(file -> write(file, stepsText()));
  }

  /** Asks for a name and writes the list of the likeliest tokens. */
  void top() {
    ask(Texts.get("gpt2next.csv.top.name")).ifPresent(file -> write(file, topText()));
  }

  private Optional<Path> ask(String name) {
    return presenter
        .desk()
        .context()
        .files()
        .toSave(Texts.get("gpt2next.csv.title"), Texts.get("gpt2next.csv.kind"), name, "csv");
  }

  /** The steps as CSV. */
  String stepsText() {
    int typed = presenter.desk().tokens().typed().size();
    int all = presenter.desk().tokens().size();
    return GenerationCsv.steps(IntStream.range(typed, all).mapToObj(this::step).toList());
  }

  private GenerationCsv.Step step(int position) {
    int id = presenter.desk().tokens().id(position);
    Optional<Candidate> candidate =
        presenter.alternatives(position).stream()
            .filter(Row::isChosen)
            .map(Row::candidate)
            .findFirst();
    Optional<Written> written = presenter.writer().trail().at(position);
    return new GenerationCsv.Step(
        position, id, presenter.desk().tokens().word(position), candidate, written);
  }

  /** The list as CSV. */
  String topText() {
    List<Row> rows = presenter.moment().map(presenter::rows).orElse(List.of());
    return GenerationCsv.top(rows.stream().map(Row::candidate).toList(), presenter::wordOf);
  }

  private void write(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    presenter
        .desk()
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("gpt2next.csv.job", name),
                job -> {
                  SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("gpt2next.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.say(failed.error().sentence());
    }
  }
}

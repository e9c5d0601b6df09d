package org.inferscope.tab.gpt2.next;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.io.gpt2.GenerationCsv;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.text.Texts;

/** Writes the steps and the list of tokens into files. The presenter's thread. */
final class NextExport {
  private final NextPresenter presenter;

  NextExport(NextPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes a row for each written token. */
  void steps() {
    new Exporter(presenter.desk())
        .csv(
            Texts.get("gpt2next.csv.steps"), Texts.get("gpt2next.csv.steps.name"), this::stepsText);
  }

  /** Asks for a name and writes the list of the likeliest tokens. */
  void top() {
    new Exporter(presenter.desk())
        .csv(Texts.get("gpt2next.csv.top"), Texts.get("gpt2next.csv.top.name"), this::topText);
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
}

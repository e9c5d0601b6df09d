package org.inferscope.tab.gpt2.attention;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.AttentionCsv;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;

/** Writes weights and figures into files, in jobs. Confined to the presenter's thread. */
final class AttentionExport {
  private final AttentionDesk desk;

  AttentionExport(AttentionDesk desk) {
    this.desk = desk;
  }

  /** Asks for a name and writes the weights of the large map. */
  void matrix() {
    desk.scene()
        .ifPresent(
            scene -> {
              AttentionRows rows = scene.rows();
              ask(
                  scene.isMean()
                      ? Texts.get("attention.csv.layer", String.valueOf(scene.layer()))
                      : Texts.get(
                          "attention.csv.head",
                          String.valueOf(scene.layer()),
                          String.valueOf(scene.head())),
                  () -> AttentionCsv.matrix(rows, scene.shown().tokens().words()));
            });
  }

  /** Asks for a name and writes the figures of all heads. */
  void figures() {
    desk.scene()
        .flatMap(AttentionScene::figures)
        .ifPresent(
            (HeadFigures all) ->
                ask(Texts.get("attention.csv.all"), () -> AttentionCsv.figures(all)));
  }

  private void ask(String name, Supplier<String> text) {
    context()
        .files()
        .toSave(Texts.get("attention.csv"), Texts.get("attention.csv.kind"), name, "csv")
        .ifPresent(file -> write(file, text));
  }

  private TabContext context() {
    return desk.presenter().context();
  }

  private void write(Path file, Supplier<String> text) {
    String name = String.valueOf(file.getFileName());
    context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("attention.csv.job", name),
                job -> {
                  SafeFile.write(file, text.get().getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      desk.say(Texts.get("attention.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      desk.say(failed.error().sentence());
    }
  }
}

package org.inferscope.tab.roofline.layer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.transformer.LayerCsv;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.text.Texts;

/** Writes the table into a file, in a job. Confined to the presenter's thread. */
final class LayerExport {
  private final LayerPresenter presenter;

  LayerExport(LayerPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes the table on screen. */
  void csv() {
    presenter
        .desk()
        .context()
        .files()
        .toSave(
            Texts.get("rooflinelayer.csv"),
            Texts.get("rooflinelayer.csv.kind"),
            Texts.get("rooflinelayer.csv.name"),
            "csv")
        .ifPresent(this::write);
  }

  private void write(Path file) {
    LayerScene scene = presenter.scene();
    String text =
        LayerCsv.write(
            scene.snapshot().layer(When.NOW),
            scene.rows().stream().map(LayerRow::matmul).toList(),
            scene.snapshot().formats(),
            scene.snapshot().roof());
    String name = String.valueOf(file.getFileName());
    presenter
        .desk()
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("rooflinelayer.csv.job", name),
                job -> {
                  SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("rooflinelayer.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.say(String.valueOf(failed.error().getMessage()));
    }
  }
}

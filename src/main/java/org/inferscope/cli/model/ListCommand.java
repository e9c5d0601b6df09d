package org.inferscope.cli.model;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.io.gpt2.FoundModel.Origin;
import org.inferscope.io.gpt2.ModelSummary;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope model list}: the models of this machine. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final ModelDesk desk;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", descriptionKey = "cli.model.json")
  private boolean json;

  ListCommand(ModelDesk desk) {
    this.desk = desk;
  }

  /**
   * A model as it is listed; for JSON, the names are the keys.
   *
   * @param parameters and bytes are 0 for a model that cannot be read, whose {@code problem} says
   *     why
   */
  private record Line(
      String id, String origin, long parameters, long bytes, String folder, String problem) {}

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Line> lines = desk.local().find().stream().map(this::line).toList();
    if (json) {
      out.println(
          new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(lines));
    } else {
      table(lines).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private Line line(FoundModel model) {
    String origin =
        switch (model.origin()) {
          case EMBEDDED -> "embedded";
          case OWN -> "downloaded";
          case HUB -> "hub cache";
        };
    String folder = model.folder().toString();
    try {
      ModelSummary summary = summary(model);
      return new Line(model.id(), origin, summary.parameters(), summary.bytes(), folder, "");
    } catch (InferscopeException e) {
      return new Line(model.id(), origin, 0, 0, folder, e.sentence());
    }
  }

  /** The embedded one is unpacked when it is first opened. */
  private ModelSummary summary(FoundModel model) {
    if (model.origin() == Origin.EMBEDDED && !Files.isDirectory(model.folder())) {
      desk.local().open(EmbeddedModel.ID).close();
    }
    return ModelSummary.read(model.folder());
  }

  private static List<String> table(List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Texts.get("cli.model.column.id"),
            Texts.get("cli.model.column.parameters"),
            Texts.get("cli.model.column.size"),
            Texts.get("cli.model.column.origin"),
            Texts.get("cli.model.column.folder")));
    for (Line line : lines) {
      boolean bad = !line.problem().isEmpty();
      rows.add(
          List.of(
              line.id(),
              bad ? "-" : Numbers.count(line.parameters()),
              bad ? "-" : Numbers.bytes((double) line.bytes()),
              line.origin(),
              bad ? line.problem() : line.folder()));
    }
    return Aligned.of(rows, List.of(1, 2));
  }
}

package org.inferscope.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.io.hub.ModelId;
import org.inferscope.io.hub.ModelSource.Wish;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.io.hub.ModelsFolder.Presence;
import org.inferscope.io.hub.ModelsFolder.State;
import org.inferscope.io.hub.StopSign;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inferscope model get}: downloads a model, or says where it already is. */
@Command(name = "get", mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
  private final ModelDesk desk;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.model.get.id")
  private String id = "";

  @Option(
      names = "--revision",
      paramLabel = "R",
      defaultValue = Wish.MAIN,
      descriptionKey = "cli.model.get.revision")
  private String revision = Wish.MAIN;

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "cli.model.get.to")
  private @Nullable Path to;

  @Option(names = "--force", descriptionKey = "cli.model.get.force")
  private boolean force;

  GetCommand(ModelDesk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ModelId model = new ModelId(id);
    Presence there = presence(model);
    if (!force && there.state() == State.HERE) {
      out.println(Texts.get("cli.model.get.here", id, there.folder().toString()));
    } else if (!force && there.state() == State.CACHED) {
      out.println(Texts.get("cli.model.get.cached", id, there.folder().toString()));
    } else {
      download(new Wish(model, revision, target(model)), out);
    }
    out.flush();
    return 0;
  }

  private Path target(ModelId model) {
    return to == null ? model.in(desk.folder().folder()) : to;
  }

  /** Another revision, or a folder of one's own, is not what may already be there. */
  private Presence presence(ModelId model) {
    if (to != null) {
      State state = ModelsFolder.isComplete(to) ? State.HERE : State.ABSENT;
      return new Presence(to, state, 0);
    }
    Presence found = desk.folder().look(model);
    boolean other = found.state() == State.CACHED && !revision.equals(Wish.MAIN);
    return other ? new Presence(target(model), State.ABSENT, 0) : found;
  }

  private void download(Wish wish, PrintWriter out) {
    out.println(Texts.get("cli.model.get.into", id, wish.folder().toString()));
    long before = ModelsFolder.partBytes(wish.folder());
    if (before > 0) {
      out.println(Texts.get("cli.model.get.goesOn"));
    }
    out.flush();
    ProgressLine line = new ProgressLine(out, desk.interactive(), System::nanoTime);
    try {
      desk.source().get().get(wish, line::show, new StopSign());
    } finally {
      line.end();
    }
    out.println(Texts.get("cli.model.get.done", id, wish.folder().toString()));
  }
}

package org.inferscope.cli.gpu;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.cli.gpu.GpuFindings.Card;
import org.inferscope.cli.model.ProgressLine;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.PackStatus;
import org.inferscope.io.pack.PackStatus.State;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope gpu install}: fetches the pack, once its size was agreed to. */
@Command(name = "install", mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final GpuDesk desk;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--yes", descriptionKey = "cli.gpu.install.yes")
  private boolean yes;

  @Option(names = "--force", descriptionKey = "cli.gpu.install.force")
  private boolean force;

  InstallCommand(GpuDesk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PackStatus status = desk.pack().status();
    if (status.state() == State.UNSUPPORTED) {
      throw new InferscopeException(status.problem());
    }
    if (status.state() == State.HERE) {
      out.println(Texts.get("cli.gpu.install.here", status.folder().toString()));
      out.flush();
      return 0;
    }
    if (!force) {
      checkCards();
    }
    tell(status, out);
    if (!yes && !agreed(out)) {
      out.println(Texts.get("cli.gpu.install.declined"));
      out.flush();
      return FAILED;
    }
    install(status, out);
    return 0;
  }

  /** Nobody is to wait for a pack that no card here runs. */
  private void checkCards() {
    GpuFindings findings = desk.look();
    List<Card> cards = findings.cards();
    if (cards.isEmpty()) {
      throw new InferscopeException(Texts.get("cli.gpu.install.noCard", findings.problem()));
    }
    if (cards.stream().noneMatch(Card::isUsable)) {
      Card first = cards.get(0);
      throw new InferscopeException(
          Texts.get("cli.gpu.install.refused", first.name(), first.reason()));
    }
  }

  private static void tell(PackStatus status, PrintWriter out) {
    out.println(
        Texts.get(
            "cli.gpu.install.size",
            Numbers.bytes((double) status.download()),
            status.folder().toString(),
            Numbers.bytes((double) status.unpacked())));
    if (!status.toolkit().isComplete() && !status.librariesIn()) {
      out.println(Texts.get("cli.gpu.install.libraries"));
    }
    if (status.state() == State.PART) {
      out.println(Texts.get("cli.gpu.install.goesOn"));
    }
    out.flush();
  }

  private boolean agreed(PrintWriter out) {
    if (!desk.interactive()) {
      throw new InferscopeException(Texts.get("cli.gpu.install.needsYes"));
    }
    out.print(Texts.get("cli.gpu.install.question") + " ");
    out.flush();
    String answer = desk.answer().get().strip().toLowerCase(Locale.ROOT);
    return List.of("y", "yes").contains(answer);
  }

  private void install(PackStatus status, PrintWriter out) {
    ProgressLine line = new ProgressLine(out, desk.interactive(), System::nanoTime);
    try {
      desk.pack().install(line::show, new StopSign());
    } finally {
      line.end();
    }
    out.println(Texts.get("cli.gpu.install.done", status.folder().toString()));
    out.flush();
  }
}

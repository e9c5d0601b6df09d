package org.inferscope.cli.gpu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inferscope.compute.cuda.CudaCard;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaGate.Verdict;
import org.inferscope.compute.cuda.CudaReport;
import org.inferscope.io.pack.PackStatus;
import org.inferscope.io.pack.PackStatus.State;
import org.inferscope.io.pack.Toolkit;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What was found out about NVIDIA's cards and ND4J's pack; the field names are those of the JSON,
 * which scripts may rely on.
 *
 * @param driver the newest CUDA that the driver supports; empty if not known
 * @param problem why there is no card; empty where there is one
 */
public record GpuFindings(
    String driver, String problem, List<Card> cards, Libraries cuda11, Pack pack) {

  /**
   * A card.
   *
   * @param memory bytes
   * @param verdict one of the words runs, should_run and refused
   * @param reason in a sentence; empty for a card that runs
   */
  public record Card(
      int index, String name, String capability, long memory, String verdict, String reason) {
    /** Whether ND4J may be tried on it. */
    boolean isUsable() {
      return !verdict.equals("refused");
    }
  }

  /** What is installed of CUDA 11, and which files were not found. */
  public record Libraries(boolean complete, List<String> folders, List<String> missing) {}

  /**
   * The pack; numbers are bytes.
   *
   * @param state one of the words unsupported, absent, part and here
   */
  public record Pack(
      String state, String problem, String folder, long there, long download, long unpacked) {}

  static GpuFindings of(CudaReport report, CudaGate gate, PackStatus status) {
    List<Card> cards =
        report.cards().stream().map(card -> card(card, gate.verdict(report, card))).toList();
    Toolkit toolkit = status.toolkit();
    boolean supported = status.state() != State.UNSUPPORTED;
    return new GpuFindings(
        report.driver(),
        report.problem(),
        cards,
        new Libraries(
            supported && toolkit.isComplete(),
            toolkit.folders().stream().map(Path::toString).toList(),
            toolkit.missing()),
        new Pack(
            lower(status.state()),
            status.problem(),
            status.folder().toString(),
            status.bytesThere(),
            status.download(),
            status.unpacked()));
  }

  private static Card card(CudaCard card, Verdict verdict) {
    return new Card(
        card.index(),
        card.name(),
        card.capability().toString(),
        card.memory(),
        lower(verdict.kind()),
        verdict.reason());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The same for a person: rows of a label and a text. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    if (!driver.isEmpty()) {
      rows.add(row(Texts.get("cli.gpu.driver"), Texts.get("cli.gpu.driverIs", driver)));
    }
    if (!problem.isEmpty()) {
      rows.add(row(Texts.get("cli.gpu.card"), problem));
    }
    cards.forEach(card -> rows.add(row(Texts.get("cli.gpu.card"), text(card))));
    if (!pack.state.equals("unsupported")) {
      rows.add(row(Texts.get("cli.gpu.libraries"), text(cuda11)));
    }
    rows.add(row(Texts.get("cli.gpu.pack"), text(pack)));
    return rows;
  }

  private static List<String> row(String label, String text) {
    return List.of(label, text);
  }

  private static String text(Card card) {
    String what =
        Texts.get(
            "cli.gpu.cardIs", card.name, card.capability, Numbers.bytes((double) card.memory));
    return card.reason.isEmpty()
        ? Texts.get("cli.gpu.cardRuns", what)
        : Texts.get("cli.gpu.cardWhy", what, card.reason);
  }

  private static String text(Libraries libraries) {
    return libraries.complete
        ? Texts.get("cli.gpu.librariesIn", String.join(", ", libraries.folders))
        : Texts.get("cli.gpu.librariesMissing", String.join(", ", libraries.missing));
  }

  private static String text(Pack pack) {
    String download = Numbers.bytes((double) pack.download);
    return switch (pack.state) {
      case "here" -> Texts.get("cli.gpu.packHere", pack.folder, Numbers.bytes((double) pack.there));
      case "part" -> Texts.get("cli.gpu.packPart", pack.folder, download);
      case "absent" -> Texts.get("cli.gpu.packAbsent", download);
      default -> pack.problem;
    };
  }
}

package org.inferscope.compute.cuda;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.cuda.CudaReport.State;
import org.jspecify.annotations.Nullable;

/** A report as a line of JSON, for the process that asked for it. */
final class CudaReportJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private CudaReportJson() {}

  /** The line; anything may be missing from one that another program wrote. */
  private record Line(
      @Nullable State state,
      @Nullable String problem,
      int driverVersion,
      @Nullable List<@Nullable Card> cards) {}

  private record Card(int index, @Nullable String name, int major, int minor, long memory) {}

  static String line(CudaReport report) {
    List<@Nullable Card> cards = new ArrayList<>();
    for (CudaCard card : report.cards()) {
      Capability capability = card.capability();
      cards.add(
          new Card(
              card.index(), card.name(), capability.major(), capability.minor(), card.memory()));
    }
    return GSON.toJson(new Line(report.state(), report.problem(), report.driverVersion(), cards));
  }

  static Optional<CudaReport> parse(String text) {
    try {
      return Optional.ofNullable(GSON.fromJson(text, Line.class)).flatMap(CudaReportJson::report);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<CudaReport> report(Line line) {
    if (line.state == null || line.problem == null || line.cards == null) {
      return Optional.empty();
    }
    List<CudaCard> cards = new ArrayList<>();
    for (Card card : line.cards) {
      if (card == null || card.name == null || card.major < 0 || card.minor < 0) {
        return Optional.empty();
      }
      Capability capability = new Capability(card.major, card.minor);
      cards.add(new CudaCard(card.index, card.name, capability, card.memory));
    }
    return (line.state == State.FOUND) == cards.isEmpty()
        ? Optional.empty()
        : Optional.of(new CudaReport(line.state, line.problem, line.driverVersion, cards));
  }
}

package org.inferscope.io.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;

/**
 * Runs as CSV (RFC 4180) with all digits: a line for each result, an empty field where there is
 * nothing. Times are in milliseconds; the samples stand in one field, with spaces between them.
 * Stateless, any thread.
 */
public final class RunCsv {
  private static final List<String> COLUMNS =
      List.of(
          "date",
          "machine",
          "jvm",
          "impl",
          "name",
          "device",
          "m",
          "k",
          "n",
          "flops",
          "bytes",
          "outcome",
          "runs",
          "complete",
          "median_ms",
          "min_ms",
          "max_ms",
          "gflops",
          "gbps",
          "samples_ms",
          "estimate_ms",
          "reason");

  private static final double NANOS_PER_MS = 1e6;
  private static final int OF_MEASURED = 8;

  private RunCsv() {}

  /** The run as text. */
  public static String write(KeptRun run) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      run.results().forEach(result -> csv.writeRecord(row(run, result)));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private static List<String> row(KeptRun run, KeptResult kept) {
    MatmulSize size = kept.size();
    List<String> row = new ArrayList<>();
    row.add(kept.date().toString());
    row.add(run.machine());
    row.add(run.jvm());
    row.add(kept.impl());
    row.add(kept.name());
    row.add(kept.device());
    row.add(Integer.toString(size.m()));
    row.add(Integer.toString(size.k()));
    row.add(Integer.toString(size.n()));
    row.add(Double.toString(size.flops()));
    row.add(Double.toString(size.bytes()));
    if (kept.result() instanceof MatmulResult.Measured measured) {
      row.add("measured");
      row.addAll(measured(measured));
      row.addAll(List.of("", ""));
    } else if (kept.result() instanceof MatmulResult.TooSlow slow) {
      row.add("too slow");
      row.addAll(nothing());
      row.addAll(List.of(Double.toString(slow.estimate().toNanos() / NANOS_PER_MS), ""));
    } else if (kept.result() instanceof MatmulResult.Failed failed) {
      row.add("failed");
      row.addAll(nothing());
      row.addAll(List.of("", failed.sentence()));
    }
    return row;
  }

  private static List<String> measured(MatmulResult.Measured measured) {
    Timing timing = measured.timing();
    return List.of(
        Integer.toString(timing.reps()),
        Boolean.toString(timing.complete()),
        Double.toString(timing.medianMs()),
        Double.toString(timing.minMs()),
        Double.toString(timing.maxMs()),
        Double.toString(measured.gflops()),
        Double.toString(measured.gbps()),
        timing.samples().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  private static List<String> nothing() {
    return Collections.nCopies(OF_MEASURED, "");
  }
}

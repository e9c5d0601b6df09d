package org.inferscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult.Measured;
import org.inferscope.compute.bench.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFilesTest {
  private final KeptRun run = KeptRuns.of(KeptRuns.DATE);

  @TempDir Path folder;

  @Test
  void jsonGivesBackTheSameRunToTheLastDigit() {
    assertThat(RunJson.read("run.json", RunJson.write(run))).isEqualTo(run);
  }

  @Test
  void anIncompleteTimingStaysIncomplete() {
    KeptResult first = run.results().get(0);
    KeptRun stopped =
        run.with(
            new KeptResult(
                first.impl(),
                first.name(),
                first.device(),
                first.date(),
                new Measured(first.size(), new Timing(List.of(5.0), false))));
    assertThat(stopped.results()).hasSize(3);
    assertThat(RunJson.read("run.json", RunJson.write(stopped))).isEqualTo(stopped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"m\": 1,|\"m\": 0,|“m” is missing",
        "\"m\": 1,|\"m\": 1.5,|“m” is missing",
        "\"m\": 1,||“m” is missing",
        "\"m\": 1,|\"m\": 2147483647,|“m, k, n” is missing",
        "0.07|-0.07|“samples_ms” is missing",
        "2026-11-27T16:58:41.120Z|yesterday|“date” is missing",
        "\"matmul\"|\"mlp\"|“bench” is missing",
        "\"version\": 1|\"version\": 2|“version” is missing",
        "\"TOO_SLOW\"|\"LATE\"|“outcome” is missing",
        "12345.678901|0|“estimate_ms” is missing",
        "\"bench\"|bench}|is not a JSON file",
      })
  void aDamagedFileIsNamedWithWhatIsWrong(String from, String to, String says) {
    String json = RunJson.write(run);
    assertThat(json).contains(from);
    String damaged = json.replace(from, to == null ? "" : to);
    assertThatThrownBy(() -> RunJson.read("run.json", damaged))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("run.json")
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "null", "[]", "7", "{", "{}", "{\"results\": {}}"})
  void anythingElseIsRefusedInWords(String text) {
    assertThatThrownBy(() -> RunJson.read("x.json", text))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("x.json");
  }

  @Test
  void csvHasALineForEachResultWithAllDigits() throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(RunCsv.write(run))) {
      csv.forEach(rows::add);
    }
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).getField("samples_ms"))
        .isEqualTo("0.30000000000000004 " + "0.3333333333333333 0.07");
    assertThat(rows.get(0).getField("median_ms")).isEqualTo("0.30000000000000004");
    assertThat(rows.get(0).getField("date")).isEqualTo("2026-11-27T16:58:42.120Z");
    assertThat(rows.get(0).getField("machine")).isEqualTo("Test processor, 3 GHz");
    assertThat(rows.get(1).getField("outcome")).isEqualTo("too slow");
    assertThat(rows.get(1).getField("estimate_ms")).isEqualTo("12345.678901");
    assertThat(rows.get(2).getField("reason")).isEqualTo("The \"card\", is gone.");
    assertThat(rows.get(2).getField("median_ms")).isEmpty();
  }

  @Test
  void aFolderGivesBackItsRunsTheNewestFirst() {
    RunFolder runs = new RunFolder(folder.resolve("benchmarks"));
    KeptRun later = KeptRuns.of(KeptRuns.DATE.plusSeconds(60));
    assertThat(runs.load().runs()).isEmpty();
    runs.save(run);
    runs.save(later);
    runs.save(later);
    assertThat(runs.load()).isEqualTo(new RunFolder.Contents(List.of(later, run), List.of()));
    runs.delete(later);
    assertThat(runs.load().runs()).containsExactly(run);
  }

  @Test
  void damagedAndForeignFilesAreNamedAndLeftAlone() throws IOException {
    RunFolder runs = new RunFolder(folder);
    runs.save(run);
    Path half = Files.writeString(folder.resolve("2026-01-01T00-00-00.000Z.json"), "{\"bench\":");
    Path binary = Files.write(folder.resolve("x.json"), new byte[] {(byte) 0xff, 0, 1});
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.createDirectory(folder.resolve("folder.json"));
    RunFolder.Contents contents = runs.load();
    assertThat(contents.runs()).containsExactly(run);
    assertThat(contents.problems())
        .hasSize(3)
        .anyMatch(says -> says.contains(half.toString()))
        .anyMatch(says -> says.contains(binary.toString()))
        .anyMatch(says -> says.contains("folder.json"));
    assertThat(half).exists();
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    RunFolder runs = new RunFolder(folder);
    Path foreign = Files.writeString(folder.resolve("1999.json"), "{}");
    for (int i = 0; i < RunFolder.MOST + 3; i++) {
      runs.save(KeptRuns.of(KeptRuns.DATE.plusSeconds(i)));
    }
    List<KeptRun> left = runs.load().runs();
    assertThat(left).hasSize(RunFolder.MOST);
    assertThat(left.get(RunFolder.MOST - 1).date()).isEqualTo(KeptRuns.DATE.plusSeconds(3));
    assertThat(foreign).exists();
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new RunFolder(file.resolve("benchmarks")).save(run))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("Benchmarks can't be kept in");
  }

  @Test
  void freeMemoryIsReadWhereLinuxTellsIt() throws IOException {
    Path info =
        Files.writeString(folder.resolve("meminfo"), "MemTotal:  9 kB\nMemAvailable:    2048 kB\n");
    assertThat(FreeMemory.available(info)).isEqualTo(2048 * 1024);
    assertThat(FreeMemory.available(folder.resolve("none"))).isZero();
    assertThat(FreeMemory.now().least()).isPositive();
  }
}

package org.inferscope.io.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.Scenario;
import org.junit.jupiter.api.Test;

class RooflineCsvTest {
  private static final Roof A100 = new Roof("A100, \"notebook\"", 312e12, 2e12);

  @Test
  void roofsCeilingsPlannedAndMeasuredPointsAreRowsOfOneTable() throws IOException {
    Point planned =
        Point.planned(
            "Batch 64", Scenario.LARGE_BATCH.shape(), Formats.NOTEBOOK, Optional.of(A100));
    MeasuredPoint run =
        new MeasuredPoint(
            "x",
            "X",
            "d",
            new MatmulResult.Measured(new MatmulSize(100, 100, 100), Timing.of(1, 2, 3)));
    String csv =
        RooflineCsv.write(
            List.of(
                RooflineCsv.Limit.of(A100),
                new RooflineCsv.Limit(
                    "ceiling", "l2_read", OptionalDouble.empty(), OptionalDouble.of(4e11))),
            List.of(
                new RooflineCsv.Row("scenario", planned.name(), planned),
                new RooflineCsv.Row("measured", "X, 100", Point.measured(run, Optional.empty()))));
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      rows = reader.stream().toList();
    }
    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(24));
    assertThat(rows.get(0).getField("name")).isEqualTo("A100, \"notebook\"");
    assertThat(number(rows.get(0), "ridge_flop_per_byte")).isEqualTo(156);
    assertThat(rows.get(1).getField("peak_flop_s")).isEmpty();
    assertThat(number(rows.get(1), "bandwidth_byte_s")).isEqualTo(4e11);
    assertThat(number(rows.get(2), "flop_per_byte")).isCloseTo(62.06, within(0.01));
    assertThat(rows.get(2).getField("bound")).isEqualTo("memory");
    assertThat(rows.get(2).getField("median_s")).isEmpty();
    assertThat(number(rows.get(3), "median_s")).isEqualTo(0.002);
    assertThat(number(rows.get(3), "measured_flop_s")).isCloseTo(1e9, within(1.0));
    assertThat(rows.get(3).getField("share_of_roof")).isEmpty();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}

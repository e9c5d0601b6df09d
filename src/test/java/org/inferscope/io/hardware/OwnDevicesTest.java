package org.inferscope.io.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDevicesTest {
  @TempDir private Path folder;

  private static DeviceSpec device(String id, double bandwidth) {
    return new DeviceSpec(
        id, "My " + id, 2024, 24, bandwidth, Map.of(DType.FP32, 1.5e12), Map.of(), "", "");
  }

  @Test
  void whatIsSavedIsReadAgain() {
    OwnDevices own = new OwnDevices(folder.resolve("not/there/yet"));
    assertThat(own.load().devices()).isEmpty();
    List<DeviceSpec> devices = List.of(device("a", 1e11), device("b", 2.5e11));
    assertThat(own.save(devices)).isEmpty();
    assertThat(own.load().devices()).isEqualTo(devices);
    assertThat(own.load().problems()).isEmpty();
  }

  @Test
  void rowsThatDoNotHoldAreNamedAndKeptWhenTheFileIsWrittenAnew() throws IOException {
    OwnDevices own = new OwnDevices(folder);
    String csv =
        """
        id,name,bandwidth_gb_s,fp32
        good,Good,100,1
        bad,Bad,-3,1
        none,None,,1
        """;
    Files.writeString(own.file(), csv);
    assertThat(own.load().devices()).extracting(DeviceSpec::id).containsExactly("good");
    assertThat(own.load().problems().get(0)).contains("line 3", "Bad", "bandwidth_gb_s", "-3");
    assertThat(own.load().problems().get(1)).contains("line 4", "None", "bandwidth_gb_s");

    Optional<Path> kept = own.save(own.load().devices());
    assertThat(kept.orElseThrow()).hasContent(csv.strip());
    assertThat(own.load().devices()).hasSize(1);
    assertThat(own.save(own.load().devices())).isEmpty();
  }

  @Test
  void aSecondBadFileDoesNotReplaceTheFirstThatWasKept() throws IOException {
    OwnDevices own = new OwnDevices(folder);
    for (String text : List.of("first", "second")) {
      Files.writeString(own.file(), text + "\nrow\n");
      assertThatThrownBy(own::load).isInstanceOf(InferscopeException.class);
      assertThat(own.save(List.of()).orElseThrow()).content().startsWith(text);
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void aFolderInPlaceOfTheFileIsSaidInWords() throws IOException {
    OwnDevices own = new OwnDevices(folder);
    Files.createDirectory(own.file());
    assertThatThrownBy(own::load)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining(own.file().toString());
  }
}

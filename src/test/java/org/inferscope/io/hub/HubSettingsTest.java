package org.inferscope.io.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.support.FakeHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {
  private static Proxy proxy(Map<String, String> environment, String uri) {
    return HubSettings.of(environment).proxies().select(URI.create(uri)).get(0);
  }

  @Test
  void theEnvironmentSaysWhereTheHubIs() {
    assertThat(HubSettings.of(Map.of()).endpoint()).hasToString("https://huggingface.co");
    HubSettings set =
        HubSettings.of(
            Map.of(
                "HF_ENDPOINT", "http://mirror.example/hub/",
                "HF_TOKEN", " secret\n",
                "HF_HUB_OFFLINE", "yes"));
    assertThat(set.at("/gpt2")).hasToString("http://mirror.example/hub/gpt2");
    assertThat(set.token()).contains("secret");
    assertThat(set.offline()).isTrue();
    assertThat(HubSettings.of(Map.of("HF_TOKEN", " ", "HF_HUB_OFFLINE", "0")).token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"huggingface.co", "ftp://host", "http://", "http://a b"})
  void anEndpointThatIsNoAddressIsToldOf(String address) {
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", address)))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("HF_ENDPOINT is “" + address);
  }

  @Test
  void proxiesOfTheEnvironmentAreUsedButForTheHostsThatItLeavesOut() {
    Map<String, String> set =
        Map.of(
            "https_proxy", "http://gate:3128",
            "HTTP_PROXY", "gate2:8080",
            "no_proxy", "localhost, .example.org,10.0.0.1:80");
    assertThat(proxy(set, "https://huggingface.co").address())
        .isEqualTo(InetSocketAddress.createUnresolved("gate", 3128));
    assertThat(proxy(set, "http://huggingface.co").address())
        .isEqualTo(InetSocketAddress.createUnresolved("gate2", 8080));
    assertThat(proxy(set, "https://cdn.example.org")).isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(set, "https://notexample.org")).isNotEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(set, "http://10.0.0.1/")).isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(Map.of("all_proxy", "http://gate:1", "no_proxy", "*"), "http://a"))
        .isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(Map.of("all_proxy", "http://gate:1"), "https://a"))
        .isNotEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "../x", "a/b/c", "a//b", "/a", "a/", ".a", "a--b", "a b", "ä", "a/..", "a.git"
      })
  void whatIsNoNameOfAModelIsToldOf(String text) {
    assertThatThrownBy(() -> new ModelId(text))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("“" + text + "” is no name of a model");
  }

  @Test
  void aModelHasAFolderOfItsName() {
    assertThat(new ModelId("openai-community/gpt2-xl").in(Path.of("models")))
        .isEqualTo(Path.of("models", "openai-community", "gpt2-xl"));
    assertThat(new ModelId("gpt2").isSame(new ModelId("openai-community/gpt2"))).isTrue();
    assertThat(new ModelId("gpt2").isSame(new ModelId("someone/gpt2"))).isFalse();
  }

  @Test
  void theSpeedFollowsTheLastSeconds() {
    SpeedMeter meter = new SpeedMeter(0);
    assertThat(meter.perSecond()).isZero();
    long nanos = 0;
    for (int i = 0; i < 100; i++) {
      nanos += 500_000_000;
      meter.add(500_000, nanos);
    }
    assertThat(meter.perSecond()).isBetween(999_999.0, 1_000_001.0);
    for (int i = 0; i < 100; i++) {
      nanos += 500_000_000;
      meter.add(0, nanos);
    }
    assertThat(meter.perSecond()).isLessThan(10);
  }

  @Test
  void theTimeLeftIsKnownOnceTheSpeedIs() {
    DownloadProgress early = new DownloadProgress(Stage.LOADING, "f", 10, 0, 0, 0);
    assertThat(early.secondsLeft()).isEmpty();
    assertThat(early.fraction()).isZero();
    DownloadProgress later = new DownloadProgress(Stage.LOADING, "f", 40, 100, 30, 0);
    assertThat(later.secondsLeft()).hasValue(2);
    assertThat(later.fraction()).isEqualTo(0.4);
  }

  @Test
  void aProxyIsAskedInPlaceOfTheHub(@TempDir Path folder) {
    try (FakeHub gate = new FakeHub("gpt2")) {
      String host = "http://hub.invalid";
      String list = host + "/api/models/gpt2/revision/main";
      gate.script(list, FakeHub.status(404));
      HubSettings settings =
          HubSettings.of(Map.of("HF_ENDPOINT", host, "http_proxy", gate.endpoint().toString()));
      ModelSource.Wish wish = new ModelSource.Wish(new ModelId("gpt2"), "main", folder);
      assertThatThrownBy(
              () -> new ModelDownload(settings).get(wish, progress -> {}, new StopSign()))
          .hasMessage("hub.invalid has no model named gpt2, or it is private.");
      assertThat(gate.requests()).extracting(FakeHub.Request::path).containsExactly(list);
    }
  }
}

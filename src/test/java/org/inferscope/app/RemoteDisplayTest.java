package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteDisplayTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost:10.0", "lab7:0", "192.0.2.7:1", "::1:0"})
  void whatIsReachedOverTheNetworkIsRemote(String display) {
    assertThat(RemoteDisplay.isRemote(display)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {":0", ":1.0", "unix:0", "/tmp/launch-x/org.xquartz:0", "host/unix:0", ""})
  void whatIsReachedThroughASocketOfThisMachineIsNot(String display) {
    assertThat(RemoteDisplay.isRemote(display)).isFalse();
  }

  @Test
  void withoutADisplayThereIsNoneElsewhere() {
    assertThat(RemoteDisplay.isRemote(null)).isFalse();
  }
}

package org.inferscope.cli.gpt2;

import java.nio.file.Path;
import org.inferscope.cli.serve.HostPort;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.remote.LocalModelHost;
import org.inferscope.remote.ModelHost;
import org.inferscope.support.TestModels;

/** Everything runs on OpenBLAS in this process; what was asked for is remembered. */
final class TestHosts implements HostDesk {
  private final LocalModels models;
  String asked = "";

  TestHosts(Path folder) {
    models = TestModels.in(folder);
  }

  @Override
  public ModelHost local(String device) {
    asked = device;
    return new LocalModelHost(new OpenBlasLoader().load(), models::open);
  }

  @Override
  public ModelHost server(HostPort where, Path tokenFile, String fingerprint) {
    asked = where.text() + " " + tokenFile + " " + fingerprint;
    return new LocalModelHost(new OpenBlasLoader().load(), models::open);
  }
}

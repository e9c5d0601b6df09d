package org.inferscope.cli.gpt2;

import java.nio.file.Path;
import org.inferscope.cli.serve.HostPort;
import org.inferscope.compute.InferscopeException;
import org.inferscope.remote.ModelHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command has its model run: on a device of this machine, or on a server. */
public final class HostOptions {
  @Option(names = "--device", paramLabel = "ID", descriptionKey = "cli.host.device")
  private String device = "openblas";

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      descriptionKey = "cli.host.server",
      converter = HostPort.Reader.class)
  private @Nullable HostPort server;

  @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "cli.host.tokenFile")
  private @Nullable Path tokenFile;

  @Option(names = "--fingerprint", paramLabel = "SHA256", descriptionKey = "cli.host.fingerprint")
  private @Nullable String fingerprint;

  /**
   * Opens it; the caller closes it.
   *
   * @throws InferscopeException with the reason in words if it cannot be used
   */
  ModelHost open(HostDesk hosts) {
    return server == null ? hosts.local(device) : hosts.server(server, tokenFile, fingerprint);
  }
}

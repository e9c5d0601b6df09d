package org.inferscope.cli.gpt2;

import java.nio.file.Path;
import org.inferscope.cli.serve.HostPort;
import org.inferscope.compute.InferscopeException;
import org.inferscope.remote.ModelHost;
import org.jspecify.annotations.Nullable;

/** Opens what models run on. */
public interface HostDesk {

  /**
   * A device of this machine.
   *
   * @return the caller's to close
   * @throws InferscopeException if it cannot be used
   */
  ModelHost local(String device);

  /**
   * A server.
   *
   * @param where its host and port
   * @param tokenFile the file with its token; null for the one that is kept for it
   * @param fingerprint of its certificate; null for the one that is kept for it, or for a server of
   *     this machine that speaks in plain text
   * @return the caller's to close
   * @throws InferscopeException if it cannot be used
   */
  ModelHost server(HostPort where, @Nullable Path tokenFile, @Nullable String fingerprint);
}

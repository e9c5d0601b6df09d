package org.inferscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.cli.gpt2.HostDesk;
import org.inferscope.cli.serve.HostPort;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.WorkerConnection;
import org.inferscope.compute.worker.server.TokenFile;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.servers.SavedServer;
import org.inferscope.io.servers.ServersFile;
import org.inferscope.remote.LocalModelHost;
import org.inferscope.remote.ModelHost;
import org.inferscope.remote.RemoteModelHost;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The devices of this machine and the servers that a person has named. */
final class Hosts implements HostDesk {
  private final UserFolders folders;
  private final LocalModels models;
  private final Function<String, Backend> devices;

  /**
   * Opens hosts.
   *
   * @param folders with the servers that are kept
   * @param models of this machine
   * @param devices makes the backend of a device by its id
   */
  Hosts(UserFolders folders, LocalModels models, Function<String, Backend> devices) {
    this.folders = folders;
    this.models = models;
    this.devices = devices;
  }

  @Override
  public ModelHost local(String device) {
    return new LocalModelHost(devices.apply(device), models::open);
  }

  @Override
  public ModelHost server(HostPort where, @Nullable Path tokenFile, @Nullable String fingerprint) {
    Optional<SavedServer> known =
        new ServersFile(folders.config())
            .load().stream()
                .filter(server -> server.host().equals(where.host()))
                .filter(server -> server.port() == where.port())
                .findFirst();
    String print =
        fingerprint == null ? known.map(SavedServer::fingerprint).orElse("") : fingerprint;
    String token =
        tokenFile == null
            ? known
                .map(SavedServer::token)
                .orElseThrow(
                    () -> new InferscopeException(Texts.get("cli.host.noToken", where.text())))
            : TokenFile.read(tokenFile).token();
    ServerLoader loader =
        new ServerLoader(
            new ServerAccess(where.host(), where.port(), print, token), AppVersion.current());
    WorkerConnection connection = loader.open();
    return new RemoteModelHost(loader.device(connection), connection);
  }
}

package org.inferscope.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.app.servers.KeptServer;
import org.inferscope.app.servers.Servers;
import org.inferscope.compute.Backend;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerCertificate;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.io.AppVersion;
import org.inferscope.io.servers.SavedServer;
import org.inferscope.io.servers.ServersFile;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;

/**
 * The servers that are kept, as devices of the service and on disk. Event thread, except for what
 * waits for the network.
 */
final class KnownServers implements Servers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ComputeService compute;
  private final Consumer<String> choose;
  private final ServersFile file;
  private final Executor disk;
  private final Consumer<String> complain;
  private final List<SavedServer> saved = new ArrayList<>();

  /** Those that were kept or forgotten before the file was read. */
  private final List<KeptServer> decided = new ArrayList<>();

  private boolean loaded;

  /**
   * Servers that are not read yet.
   *
   * @param choose uses a device of this id from now on, and remembers that
   * @param disk runs what reads and writes the file, in order
   * @param complain tells the user what went wrong with the file
   */
  KnownServers(
      ComputeService compute,
      Consumer<String> choose,
      ServersFile file,
      Executor disk,
      Consumer<String> complain) {
    this.compute = compute;
    this.choose = choose;
    this.file = file;
    this.disk = disk;
    this.complain = complain;
  }

  /** Reads the servers and adds them to the service's devices, a moment later. Once. */
  void load() {
    disk.execute(
        () -> {
          try {
            List<SavedServer> read = file.load();
            String damage = file.damage();
            Edt.later(() -> loaded(read, damage));
          } catch (InferscopeException e) {
            Edt.later(() -> loaded(List.of(), e.sentence()));
          }
        });
  }

  /** What has been decided on a server before that counts more than what was read of it. */
  private void loaded(List<SavedServer> read, String problem) {
    List<SavedServer> others =
        read.stream().filter(server -> decided.stream().noneMatch(at -> isAt(server, at))).toList();
    saved.addAll(0, others);
    others.forEach(server -> compute.add(loader(access(server))));
    loaded = true;
    if (!problem.isEmpty()) {
      complain.accept(problem);
    }
    if (!decided.isEmpty()) {
      save();
    }
  }

  @Override
  public List<KeptServer> kept() {
    return saved.stream()
        .map(server -> new KeptServer(server.host(), server.port(), server.fingerprint()))
        .toList();
  }

  @Override
  public Certificate certificate(String host, int port) {
    ServerCertificate shown = ServerCertificate.fetch(host, port, PATIENCE);
    return new Certificate(shown.fingerprint(), shown.subject(), shown.notAfter());
  }

  @Override
  public void tryOut(KeptServer server, String token) {
    try (Backend session = loader(access(saved(server, token))).load()) {
      session.synchronize();
    }
  }

  @Override
  public void keep(KeptServer server, String token) {
    SavedServer kept = saved(server, token);
    saved.removeIf(each -> isAt(each, server));
    saved.add(kept);
    saveOnceLoaded(server);
    compute.add(loader(access(kept)));
    choose.accept(ServerLoader.id(access(kept)));
  }

  @Override
  public void forget(KeptServer server) {
    saved.removeIf(each -> isAt(each, server));
    saveOnceLoaded(server);
    compute.remove(ServerLoader.id(access(saved(server, ""))));
  }

  /** Not before the file has been read: what it holds would be lost. */
  private void saveOnceLoaded(KeptServer server) {
    if (loaded) {
      save();
    } else {
      decided.add(server);
    }
  }

  private void save() {
    List<SavedServer> now = List.copyOf(saved);
    disk.execute(
        () -> {
          try {
            file.save(now).ifPresent(aside -> Edt.later(() -> tell(aside)));
          } catch (InferscopeException e) {
            Edt.later(() -> complain.accept(e.sentence()));
          }
        });
  }

  private void tell(Path aside) {
    complain.accept(Texts.get("servers.aside", aside.toString()));
  }

  private static boolean isAt(SavedServer saved, KeptServer server) {
    return saved.host().equalsIgnoreCase(server.host()) && saved.port() == server.port();
  }

  private static SavedServer saved(KeptServer server, String token) {
    return new SavedServer(server.host(), server.port(), server.fingerprint(), token);
  }

  private static ServerAccess access(SavedServer server) {
    return new ServerAccess(server.host(), server.port(), server.fingerprint(), server.token());
  }

  private static ServerLoader loader(ServerAccess access) {
    return new ServerLoader(access, AppVersion.current());
  }
}

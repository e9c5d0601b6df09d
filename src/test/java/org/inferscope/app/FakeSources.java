package org.inferscope.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.inferscope.app.pack.PackFacts;
import org.inferscope.app.pack.PackStore;
import org.inferscope.app.servers.KeptServer;
import org.inferscope.app.servers.Servers;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;

/** Servers and a GPU pack that are there only as far as a test needs them. */
public final class FakeSources {
  /** A fingerprint. */
  public static final String PRINT =
      "3F:A2:0C:91:7D:55:E8:14:BB:06:42:C7:9E:31:F0:6A:"
          + "58:D3:27:8C:E1:90:4B:FE:13:76:AD:02:C9:64:3A:B5";

  private FakeSources() {}

  static ComputeSources all() {
    return new ComputeSources(new OneServer(), Runnable::run, FixedPack.absent(), Runnable::run);
  }

  /** Knows one server, which answers. */
  public static class OneServer implements Servers {
    private final List<KeptServer> kept = new ArrayList<>();

    @Override
    public List<KeptServer> kept() {
      return List.copyOf(kept);
    }

    @Override
    public Certificate certificate(String host, int port) {
      if (!host.equals("gpu.example.org")) {
        throw new InferscopeException("There is no machine of the name " + host + ".");
      }
      return new Certificate(PRINT, "CN=gpu.example.org", Instant.parse("2027-03-01T12:00:00Z"));
    }

    @Override
    public void tryOut(KeptServer server, String token) {
      if (!token.equals("good")) {
        throw new InferscopeException(
            "The server " + server.address() + " does not accept this token.");
      }
    }

    @Override
    public void keep(KeptServer server, String token) {
      kept.add(server);
    }

    @Override
    public void forget(KeptServer server) {
      kept.remove(server);
    }
  }

  /** The pack as a test says it is; nothing comes of it unless the test says so. */
  public static final class FixedPack implements PackStore {
    private final PackFacts facts;
    Runnable duringInstall =
        () -> {
          throw new InferscopeException("repo.maven.apache.org can't be reached.");
        };

    FixedPack(PackFacts facts) {
      this.facts = facts;
    }

    /** As it is where there is no toolkit. */
    static FixedPack absent() {
      return new FixedPack(
          new PackFacts(
              PackFacts.State.ABSENT,
              "/home/ada/.local/share/inferscope/gpu",
              "",
              0,
              2_434_680_027L,
              3_200_000_000L,
              ""));
    }

    @Override
    public PackFacts look() {
      return facts;
    }

    @Override
    public void install(Consumer<DownloadProgress> listener, StopSign stop) {
      listener.accept(
          new DownloadProgress(
              DownloadProgress.Stage.LOADING,
              "nd4j-cuda-11.6.jar",
              214_300_000,
              2_434_680_027L,
              12_300_000,
              0));
      duringInstall.run();
    }

    @Override
    public long remove() {
      return facts.there();
    }
  }
}

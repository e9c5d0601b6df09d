package org.inferscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.WorkerConnection;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.WorkerServer;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.support.TestModels;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models and benchmarks are counted before they take memory, and refused if it is too much. */
class ModelLimitsTest {
  private static final String SECRET = "for this test";
  private static final int LIMIT = 100_000;

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<Long> heldInUse = new ConcurrentLinkedQueue<>();
  private WorkerServer server;
  private ModelHost remote;

  @BeforeEach
  void start() throws IOException {
    LocalModels models = TestModels.in(folder);
    server =
        WorkerServer.of(new Watched())
            .secret(new Secret(SECRET))
            .version("1")
            .limits(new Limits(LIMIT, LIMIT, 1 << 20, 8, 1))
            .service(new ModelsEndpoint(models::open))
            .start();
    ServerLoader loader =
        new ServerLoader(new ServerAccess("127.0.0.1", server.port(), "", SECRET), "1");
    WorkerConnection connection = loader.open();
    remote = new RemoteModelHost(loader.device(connection), connection);
  }

  @AfterEach
  void end() {
    remote.close();
    server.close();
  }

  @Test
  void aModelThatIsTooLargeIsRefusedBeforeAnyOfItIsOnTheDevice() {
    assertThatThrownBy(() -> remote.load(EmbeddedModel.ID, DType.FP32, Watch.NONE))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("A session may hold no more than 100000 bytes.");

    assertThat(heldInUse).isEmpty();
    assertThat(server.usage().heldBytes()).isZero();
  }

  @Test
  void aBenchmarkHoldsItsMatricesWhileItRuns() {
    List<MatmulResult> results = new ArrayList<>();

    remote.benchmark(List.of(new MatmulSize(10, 20, 30)), 1, results::add, Watch.NONE);

    assertThat(results).hasSize(1);
    assertThat(heldInUse).isNotEmpty().allMatch(held -> held == 4 * (200 + 600 + 300));
    assertThat(server.usage().heldBytes()).isZero();
  }

  @Test
  void aBenchmarkOfMatricesThatAreTooLargeIsRefused() {
    List<MatmulResult> results = new ArrayList<>();

    assertThatThrownBy(
            () ->
                remote.benchmark(
                    List.of(new MatmulSize(1, 1, 1), new MatmulSize(100, 100, 100)),
                    1,
                    results::add,
                    Watch.NONE))
        .hasMessageContaining("A session may hold no more than 100000 bytes.");

    assertThat(results).hasSize(1);
    assertThat(server.usage().heldBytes()).isZero();
  }

  /** The reference; notes what is held whenever memory is asked for. */
  private final class Watched implements BackendLoader {
    private final Backend reference = new ReferenceBackend();

    @Override
    public Device device() {
      return reference.device();
    }

    @Override
    public Backend load() {
      return (Backend)
          Proxy.newProxyInstance(
              Backend.class.getClassLoader(),
              new Class<?>[] {Backend.class},
              (proxy, method, args) -> {
                if (List.of("allocate", "upload").contains(method.getName())) {
                  heldInUse.add(server.usage().heldBytes());
                }
                try {
                  return method.invoke(reference, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}

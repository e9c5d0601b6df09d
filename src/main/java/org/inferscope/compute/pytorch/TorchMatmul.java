package org.inferscope.compute.pytorch;

import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.text.Texts;

/** PyTorch's {@code torch.matmul} on the CPU. Names no class of DJL, which may be missing. */
final class TorchMatmul implements MatmulImpl {
  private static final String ID = "pytorch";
  private static final String BACKEND = "PyTorch";

  private final Optional<String> found;
  private final Path cache;

  /**
   * PyTorch's products.
   *
   * @param found name and version if it is on the class path
   * @param cache the folder to unpack the library into; need not exist
   */
  TorchMatmul(Optional<String> found, Path cache) {
    this.found = found;
    this.cache = cache;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return found.orElse(BACKEND);
  }

  @Override
  public Device device() {
    return new Device(ID, Cpu.name(), DeviceKind.CPU, name());
  }

  @Override
  public Optional<String> obstacle() {
    return found.isPresent() ? Optional.empty() : Optional.of(missing());
  }

  private static String missing() {
    return Texts.get("compute.torch.missing");
  }

  @Override
  public Product prepare(int m, int k, int n) {
    String name = found.orElseThrow(() -> new InferscopeException(missing()));
    return TorchProduct.prepare(name, cache, m, k, n);
  }
}

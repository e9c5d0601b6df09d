package org.inferscope.compute;

import java.util.List;
import org.inferscope.compute.BackendConformanceTest.Maker;
import org.inferscope.compute.worker.Nd4jWorker;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The same on a real card, through ND4J with CUDA in a worker. */
@Tag("gpu")
@ParameterizedClass
@MethodSource("cards")
class GpuGptConformanceTest extends GptConformanceTest {
  static List<Named<Maker>> cards() {
    return List.of(Named.of("nd4j with CUDA", new WorkerMaker(Nd4jWorker.onCard())));
  }
}

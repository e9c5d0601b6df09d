package org.inferscope.remote;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.compute.worker.proto.BenchmarkPoint;
import org.inferscope.compute.worker.proto.GenerateRequest;
import org.inferscope.compute.worker.proto.JobProgress;
import org.inferscope.compute.worker.proto.LoadedModel;
import org.inferscope.compute.worker.proto.NewToken;
import org.inferscope.compute.worker.proto.ProductSize;
import org.inferscope.compute.worker.proto.Prompt;
import org.inferscope.compute.worker.proto.WeightFormat;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/**
 * Between our words and those of the contract. What comes in is checked here, since it may come
 * from anyone. Stateless, any thread.
 */
final class Translation {
  private static final double MS_TO_NANOS = 1e6;

  private Translation() {}

  static JobProgress of(Progress progress) {
    return JobProgress.newBuilder()
        .setFraction(progress.fraction())
        .setMessage(progress.message())
        .build();
  }

  static Progress of(JobProgress progress) {
    return new Progress(progress.getFraction(), progress.getMessage());
  }

  static WeightFormat of(DType format) {
    LocalModelHost.requireFormat(format);
    return WeightFormat.valueOf(format.name());
  }

  static DType of(WeightFormat format) {
    return switch (format) {
      case FP32 -> DType.FP32;
      case BF16 -> DType.BF16;
      case INT8 -> DType.INT8;
      case UNRECOGNIZED -> throw new IllegalArgumentException("'format' is not known");
    };
  }

  static LoadedModel of(long handle, HostedModel model) {
    Gpt2Config config = model.config();
    return LoadedModel.newBuilder()
        .setModel(handle)
        .setName(model.name())
        .setLayers(config.layers())
        .setHeads(config.heads())
        .setWidth(config.width())
        .setInner(config.inner())
        .setContext(config.context())
        .setVocabulary(config.vocabulary())
        .setEpsilon(config.epsilon())
        .build();
  }

  static Gpt2Config of(LoadedModel model) {
    return new Gpt2Config(
        model.getLayers(),
        model.getHeads(),
        model.getWidth(),
        model.getInner(),
        model.getContext(),
        model.getVocabulary(),
        model.getEpsilon());
  }

  static Prompt of(GivenPrompt prompt) {
    return Prompt.newBuilder().addAllTokens(prompt.ids()).setText(prompt.text()).build();
  }

  static GivenPrompt of(Prompt prompt) {
    return new GivenPrompt(prompt.getTokensList(), prompt.getText());
  }

  /**
   * The values that names stand for.
   *
   * @throws InferscopeException if one stands for none of this model
   */
  static Set<HookPoint> hooks(List<String> names, Gpt2Config config) {
    Set<HookPoint> points = new HashSet<>();
    for (String name : names) {
      points.add(
          HookPoint.parse(name)
              .filter(point -> point.layer() < config.layers())
              .orElseThrow(() -> new InferscopeException(Texts.get("remote.noSuchHook", name))));
    }
    return points;
  }

  static GenerateRequest.Builder of(GenerationWish wish) {
    SamplingSettings sampling = wish.sampling();
    return GenerateRequest.newBuilder()
        .setPrompt(of(wish.prompt()))
        .setMaxNewTokens(wish.mostTokens())
        .setGreedy(sampling.greedy())
        .setTemperature(sampling.temperature())
        .setTopK(sampling.topK())
        .setTopP(sampling.topP())
        .setMinP(sampling.minP())
        .setRepetitionPenalty(sampling.repetitionPenalty())
        .setSeed(sampling.seed())
        .addAllStop(wish.stop())
        .setWithoutCache(!wish.cached());
  }

  static GenerationWish of(GenerateRequest request) {
    SamplingSettings sampling =
        new SamplingSettings(
            request.getGreedy(),
            request.getTemperature(),
            request.getTopK(),
            request.getTopP(),
            request.getMinP(),
            request.getRepetitionPenalty(),
            request.getSeed());
    return new GenerationWish(
        of(request.getPrompt()),
        request.getMaxNewTokens(),
        sampling,
        request.getStopList(),
        !request.getWithoutCache());
  }

  static NewToken of(Step step) {
    return NewToken.newBuilder()
        .setId(step.id())
        .setText(step.text())
        .setMilliseconds(step.milliseconds())
        .build();
  }

  static Step of(NewToken token) {
    return new Step(token.getId(), token.getText(), List.of(), token.getMilliseconds());
  }

  static ProductSize of(MatmulSize size) {
    return ProductSize.newBuilder().setM(size.m()).setK(size.k()).setN(size.n()).build();
  }

  static MatmulSize of(ProductSize size) {
    return new MatmulSize(size.getM(), size.getK(), size.getN());
  }

  static BenchmarkPoint of(MatmulResult result) {
    BenchmarkPoint.Builder point = BenchmarkPoint.newBuilder().setSize(of(result.size()));
    if (result instanceof MatmulResult.Measured measured) {
      point
          .addAllMilliseconds(measured.timing().samples())
          .setComplete(measured.timing().complete());
    } else if (result instanceof MatmulResult.TooSlow slow) {
      point.setTooSlowMs(slow.estimate().toNanos() / MS_TO_NANOS);
    } else if (result instanceof MatmulResult.Failed failed) {
      point.setProblem(failed.sentence());
    }
    return point.build();
  }

  static MatmulResult of(BenchmarkPoint point) {
    MatmulSize size = of(point.getSize());
    if (!point.getProblem().isEmpty()) {
      return new MatmulResult.Failed(size, point.getProblem());
    }
    if (point.getMillisecondsCount() == 0) {
      Duration estimate = Duration.ofNanos(Math.round(point.getTooSlowMs() * MS_TO_NANOS));
      return new MatmulResult.TooSlow(size, estimate);
    }
    return new MatmulResult.Measured(
        size, new Timing(point.getMillisecondsList(), point.getComplete()));
  }
}

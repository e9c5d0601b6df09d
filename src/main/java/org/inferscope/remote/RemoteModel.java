package org.inferscope.remote;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.proto.Ended;
import org.inferscope.compute.worker.proto.GenerateEvent;
import org.inferscope.compute.worker.proto.GenerateRequest;
import org.inferscope.compute.worker.proto.LoadedModel;
import org.inferscope.compute.worker.proto.TraceEvent;
import org.inferscope.compute.worker.proto.TraceRequest;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.generate.Generation;
import org.inferscope.model.gpt2.generate.Generation.End;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that a worker or a server holds. */
final class RemoteModel implements HostedModel {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteModel.class);

  /** Queries, keys, values and what comes of them, each [D, D]. */
  private static final int ATTENTION_MATRICES = 4;

  private final RemoteModelHost host;
  private final LoadedModel loaded;
  private final Gpt2Config config;

  RemoteModel(RemoteModelHost host, LoadedModel loaded) {
    this.host = host;
    this.loaded = loaded;
    config = Translation.of(loaded);
  }

  @Override
  public String name() {
    return loaded.getName();
  }

  @Override
  public Gpt2Config config() {
    return config;
  }

  @Override
  public TraceSummary trace(GivenPrompt prompt, Set<HookPoint> more, Path out, Watch watch) {
    TraceRequest request =
        TraceRequest.newBuilder()
            .setModel(loaded.getModel())
            .setPrompt(Translation.of(prompt))
            .addAllHooks(more.stream().map(HookPoint::name).sorted().toList())
            .build();
    Path part = partOf(out);
    try {
      TraceSummary summary = receive(request, part, watch);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return summary;
    } catch (IOException | UncheckedIOException e) {
      throw new InferscopeException(Texts.get("remote.cannotWrite", out.toString()), e);
    } finally {
      delete(part);
    }
  }

  private static Path partOf(Path out) {
    return out.resolveSibling(out.getFileName() + ".part");
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("{} stays behind", part, e);
    }
  }

  private TraceSummary receive(TraceRequest request, Path part, Watch watch) throws IOException {
    TraceSummary[] summary = new TraceSummary[1];
    try (OutputStream file = Files.newOutputStream(part)) {
      host.<TraceRequest, TraceEvent>follow(
          request,
          host.stub()::trace,
          event -> {
            switch (event.getKindCase()) {
              case PROGRESS -> watch.progressed(Translation.of(event.getProgress()));
              case SUMMARY -> summary[0] = summary(event.getSummary());
              case PART -> write(event.getPart(), file);
              case KIND_NOT_SET -> {}
            }
          },
          silence(),
          watch::checkpoint);
    }
    if (summary[0] == null) {
      throw RemoteModelHost.incomplete();
    }
    return summary[0];
  }

  /** For a block of a pass over a whole context, on a device of the slowest kind. */
  private Duration silence() {
    double width = config.width();
    double weights = ATTENTION_MATRICES * width * width + 2 * width * config.inner();
    return host.silence(2 * weights * config.context());
  }

  private static void write(ByteString bytes, OutputStream file) {
    try {
      bytes.writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TraceSummary summary(org.inferscope.compute.worker.proto.TraceSummary told) {
    List<NextToken> next =
        told.getNextList().stream()
            .map(token -> new NextToken(token.getId(), token.getText(), token.getProbability()))
            .toList();
    return new TraceSummary(told.getTokens(), next);
  }

  @Override
  public Generation generate(GenerationWish wish, WritingListener listener, Runnable checkpoint) {
    GenerateRequest request = Translation.of(wish).setModel(loaded.getModel()).build();
    List<Step> steps = new ArrayList<>();
    Ended[] ended = new Ended[1];
    host.<GenerateRequest, GenerateEvent>follow(
        request,
        host.stub()::generate,
        event -> {
          switch (event.getKindCase()) {
            case PROMPT ->
                listener.began(event.getPrompt().getIdsList(), event.getPrompt().getText());
            case TOKEN -> {
              Step step = Translation.of(event.getToken());
              steps.add(step);
              listener.wrote(step);
            }
            case ENDED -> ended[0] = event.getEnded();
            case KIND_NOT_SET -> {}
          }
        },
        silence(),
        checkpoint);
    if (ended[0] == null) {
      throw RemoteModelHost.incomplete();
    }
    return new Generation(steps, ended[0].getText(), End.valueOf(ended[0].getEnd()));
  }

  @Override
  public void close() {
    try {
      host.unload(loaded.getModel());
    } catch (InferscopeException e) {
      // The server lets go of it by itself when the connection ends.
      LOG.info("{} could not be let go of", name(), e);
    }
  }
}

package org.inferscope.remote;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.worker.proto.Ended;
import org.inferscope.compute.worker.proto.GenerateEvent;
import org.inferscope.compute.worker.proto.GenerateRequest;
import org.inferscope.compute.worker.proto.PromptTokens;
import org.inferscope.compute.worker.server.DeviceCall;
import org.inferscope.compute.worker.server.Session;
import org.inferscope.compute.worker.server.Turn;
import org.inferscope.model.gpt2.generate.Generation;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.generate.Generator;
import org.jspecify.annotations.Nullable;

/** A text, one token a step, so that others are served between tokens. Device thread. */
final class GenerateCall implements DeviceCall<GenerateEvent> {
  private final Session session;
  private final GenerateRequest request;
  private @Nullable Generator generator;

  GenerateCall(Session session, GenerateRequest request) {
    this.session = session;
    this.request = request;
  }

  @Override
  public boolean step(Turn<GenerateEvent> turn) {
    // Looked up each time: another call of the session may have let go of it.
    LocalModel model = session.owned(request.getModel(), LocalModel.class);
    if (generator == null) {
      generator = model.generator(Translation.of(request), new Told(turn));
    }
    Optional<Step> step = generator.step(new Heartbeat<>(turn, GenerateEvent.getDefaultInstance()));
    if (step.isPresent()) {
      turn.send(GenerateEvent.newBuilder().setToken(Translation.of(step.get())).build());
      return true;
    }
    Generation whole = generator.generation();
    Ended ended = Ended.newBuilder().setEnd(whole.end().name()).setText(whole.text()).build();
    turn.send(GenerateEvent.newBuilder().setEnded(ended).build());
    return false;
  }

  @Override
  public void ended() {
    if (generator != null) {
      generator.close();
    }
  }

  /** Tells the client of the prompt; of tokens it hears step by step. */
  private record Told(Turn<GenerateEvent> turn) implements WritingListener {

    @Override
    public void began(List<Integer> ids, String text) {
      PromptTokens prompt = PromptTokens.newBuilder().addAllIds(ids).setText(text).build();
      turn.send(GenerateEvent.newBuilder().setPrompt(prompt).build());
    }

    @Override
    public void wrote(Step step) {}
  }
}

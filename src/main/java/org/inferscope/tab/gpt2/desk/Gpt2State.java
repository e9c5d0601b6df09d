package org.inferscope.tab.gpt2.desk;

import java.util.List;
import org.inferscope.io.gpt2.EmbeddedModel;

/**
 * What a person has set in the GPT-2 tab: undone, saved in lessons, and nothing that was computed.
 *
 * @param model what the model in use is asked for by: an id of {@link
 *     org.inferscope.io.gpt2.LocalModels}, or the path of a folder
 * @param prompt the text that was typed
 * @param generated ids of the tokens that the model has written after it
 * @param view which view is in front
 * @param focus what is selected in all views
 * @param map what is set in the view of the map
 * @param weights what is set in the view of the weights
 * @param states what is set in the view of the hidden states
 * @param attention what is set in the view of attention
 * @param lens what is set in the view of the logit lens
 * @param next what is set in the view of the next token
 * @param whatIf what is set in the view of what if
 */
public record Gpt2State(
    String model,
    String prompt,
    List<Integer> generated,
    View view,
    Focus focus,
    MapSettings map,
    WeightsSettings weights,
    StatesSettings states,
    AttentionSettings attention,
    LensSettings lens,
    NextSettings next,
    WhatIfSettings whatIf) {
  /** What the tab opens on, as the notebook does. */
  public static final String PROMPT = "The matrix multiplication is";

  /** Copies the list. */
  public Gpt2State {
    generated = List.copyOf(generated);
  }

  /** The embedded model and the notebook's prompt, the map in front. */
  public static Gpt2State first() {
    return new Gpt2State(
        EmbeddedModel.ID,
        PROMPT,
        List.of(),
        View.MAP,
        Focus.FIRST,
        MapSettings.FIRST,
        WeightsSettings.FIRST,
        StatesSettings.FIRST,
        AttentionSettings.FIRST,
        LensSettings.FIRST,
        NextSettings.FIRST,
        WhatIfSettings.FIRST);
  }

  /** With another model; nothing has been written by it. */
  public Gpt2State withModel(String other) {
    return new Gpt2State(
        other, prompt, List.of(), view, focus, map, weights, states, attention, lens, next, whatIf);
  }

  /** With another prompt; nothing has been written after it. */
  public Gpt2State withPrompt(String other) {
    return new Gpt2State(
        model, other, List.of(), view, focus, map, weights, states, attention, lens, next, whatIf);
  }

  /** With other tokens after the prompt. */
  public Gpt2State withGenerated(List<Integer> other) {
    return new Gpt2State(
        model, prompt, other, view, focus, map, weights, states, attention, lens, next, whatIf);
  }

  /** With another view in front. */
  public Gpt2State with(View other) {
    return new Gpt2State(
        model, prompt, generated, other, focus, map, weights, states, attention, lens, next,
        whatIf);
  }

  /** With something else selected. */
  public Gpt2State with(Focus other) {
    return new Gpt2State(
        model, prompt, generated, view, other, map, weights, states, attention, lens, next, whatIf);
  }

  /** With other settings of the map. */
  public Gpt2State with(MapSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, other, weights, states, attention, lens, next,
        whatIf);
  }

  /** With other settings of the weights. */
  public Gpt2State with(WeightsSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, other, states, attention, lens, next, whatIf);
  }

  /** With other settings of the hidden states. */
  public Gpt2State with(StatesSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, weights, other, attention, lens, next, whatIf);
  }

  /** With other settings of attention. */
  public Gpt2State with(AttentionSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, weights, states, other, lens, next, whatIf);
  }

  /** With other settings of the logit lens. */
  public Gpt2State with(LensSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, weights, states, attention, other, next,
        whatIf);
  }

  /** With other settings of the next token. */
  public Gpt2State with(NextSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, weights, states, attention, lens, other,
        whatIf);
  }

  /** With other settings of what if. */
  public Gpt2State with(WhatIfSettings other) {
    return new Gpt2State(
        model, prompt, generated, view, focus, map, weights, states, attention, lens, next, other);
  }
}

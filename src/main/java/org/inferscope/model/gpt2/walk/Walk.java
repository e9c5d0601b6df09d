package org.inferscope.model.gpt2.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Operation.Part;
import org.inferscope.tensor.Args;

/**
 * All steps of a pass in order: the embedding, L blocks, the end. Immutable, any thread.
 *
 * @param layers L
 */
public record Walk(int layers) {
  private static final List<Operation> START = in(Part.START);
  private static final List<Operation> BLOCK =
      Stream.concat(in(Part.ATTENTION).stream(), in(Part.MLP).stream()).toList();
  private static final List<Operation> END = in(Part.END);

  /** Refuses a model without blocks. */
  public Walk {
    Args.positive(layers, "layers");
  }

  private static List<Operation> in(Part part) {
    return Arrays.stream(Operation.values()).filter(each -> each.part() == part).toList();
  }

  /** The operations before the blocks. */
  public static List<Operation> start() {
    return START;
  }

  /** The operations of a block. */
  public static List<Operation> block() {
    return BLOCK;
  }

  /** The operations after the blocks. */
  public static List<Operation> end() {
    return END;
  }

  /** How many steps there are. */
  public int size() {
    return START.size() + layers * BLOCK.size() + END.size();
  }

  /** A step by its number, from 0. */
  public WalkStep at(int number) {
    Args.index(number, size(), "number");
    int inBlocks = number - START.size();
    if (inBlocks < 0) {
      return WalkStep.of(START.get(number));
    }
    int layer = inBlocks / BLOCK.size();
    return layer < layers
        ? new WalkStep(BLOCK.get(inBlocks % BLOCK.size()), layer)
        : WalkStep.of(END.get(inBlocks - layers * BLOCK.size()));
  }

  /** The number of a step. */
  public int numberOf(WalkStep step) {
    Operation operation = step.operation();
    return switch (operation.part()) {
      case START -> START.indexOf(operation);
      case ATTENTION, MLP ->
          START.size()
              + Args.index(step.layer(), layers, "layer") * BLOCK.size()
              + BLOCK.indexOf(operation);
      case END -> START.size() + layers * BLOCK.size() + END.indexOf(operation);
    };
  }

  /** How many steps are done when the embedding, each block and the end are: ascending. */
  public int[] marks() {
    List<Integer> marks = new ArrayList<>();
    for (int layer = 0; layer <= layers; layer++) {
      marks.add(START.size() + layer * BLOCK.size());
    }
    marks.add(size());
    return marks.stream().mapToInt(Integer::intValue).toArray();
  }
}

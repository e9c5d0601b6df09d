package org.inferscope.io.gpt2;

import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.safetensors.NativeMemory;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.io.safetensors.TensorMemory;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * A tensor in one of a model's files.
 *
 * @param file that holds it
 * @param info what its header says of it
 */
record StoredTensor(SafetensorsFile file, TensorInfo info) {

  /**
   * Brings it into memory and looks at every number.
   *
   * @throws InferscopeException if one is not finite, naming the first, or the file became shorter
   */
  TensorMemory load(NativeMemory memory) {
    TensorMemory loaded = file.load(info.name(), memory);
    loaded
        .firstNotFinite()
        .ifPresent(
            place -> {
              throw notFinite(loaded, place);
            });
    return loaded;
  }

  private InferscopeException notFinite(TensorMemory loaded, long place) {
    return problem(
        Texts.get(
            "gpt2files.notFinite",
            info.name(),
            info.shapeText(),
            Numbers.full(loaded.get(place)),
            info.placeText(place)));
  }

  /** An error that starts with the file's name. */
  InferscopeException problem(String sentence) {
    return ReadProblem.in(file.path(), sentence);
  }
}

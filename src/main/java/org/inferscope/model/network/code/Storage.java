package org.inferscope.model.network.code;

/** How a program holds numbers. */
enum Storage {
  /** In digits. */
  WRITTEN,
  /** In base64 of little-endian float32. */
  ENCODED,
  /** In the file beside the program. */
  FILE;

  /** How it holds the weights of a network. */
  static Storage ofWeights(long parameters) {
    return parameters > NetworkCode.MOST_ENCODED ? FILE : ofInput(parameters);
  }

  /** How it holds an input, which no file has. */
  static Storage ofInput(long numbers) {
    return numbers > NetworkCode.MOST_WRITTEN ? ENCODED : WRITTEN;
  }
}

package org.inferscope.io.hub;

/** The GPT-2 models that were published, by size. */
public enum KnownModel {
  /** 12 layers of width 768. */
  SMALL("gpt2", 124_439_808L, 548_105_171L),
  /** 24 layers of width 1,024. */
  MEDIUM("gpt2-medium", 354_823_168L, 1_519_984_962L),
  /** 36 layers of width 1,280. */
  LARGE("gpt2-large", 774_030_080L, 3_247_159_078L),
  /** 48 layers of width 1,600. */
  XL("gpt2-xl", 1_557_611_200L, 6_431_829_964L);

  private final String id;
  private final long parameters;
  private final long bytes;

  KnownModel(String id, long parameters, long bytes) {
    this.id = id;
    this.parameters = parameters;
    this.bytes = bytes;
  }

  /** Its name on the hub. */
  public ModelId id() {
    return new ModelId(id);
  }

  /** How many numbers it has learned. */
  public long parameters() {
    return parameters;
  }

  /** About how large the download is; the hub says it to the byte. */
  public long bytes() {
    return bytes;
  }
}

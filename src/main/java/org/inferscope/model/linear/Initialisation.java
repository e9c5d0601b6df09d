package org.inferscope.model.linear;

import org.inferscope.text.Texts;

/** What the weights and the bias of a layer start from. Parameters are in {@link InitRequest}. */
public enum Initialisation {
  /** The notebook's layer from 4 to 3. */
  NOTEBOOK("notebook"),
  /** The notebook's scale √(2 / (in + out)) on normal numbers, zero bias (Glorot and Bengio). */
  XAVIER_NORMAL("xavier"),
  /** The scale √(2 / in) on normal numbers, zero bias (He and others). */
  HE_NORMAL("he"),
  /** What {@code nn.Linear} does: uniform within ±1/√in, weights and bias. */
  PYTORCH("pytorch"),
  /** Every output is one input, zero bias. */
  IDENTITY("identity"),
  /** Nothing but zeros. */
  ZEROS("zeros"),
  /** The first two dimensions turned, zero bias. */
  ROTATION("rotation");

  private final String id;

  Initialisation(String id) {
    this.id = id;
  }

  /** Stable name, for lesson files. */
  public String id() {
    return id;
  }

  /** Whether another seed gives other numbers. */
  public boolean isRandom() {
    return this == XAVIER_NORMAL || this == HE_NORMAL || this == PYTORCH;
  }

  /** Whether an angle plays a role. */
  public boolean hasAngle() {
    return this == ROTATION;
  }

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case NOTEBOOK -> Texts.get("linearmodel.init.notebook.name");
      case XAVIER_NORMAL -> Texts.get("linearmodel.init.xavier.name");
      case HE_NORMAL -> Texts.get("linearmodel.init.he.name");
      case PYTORCH -> Texts.get("linearmodel.init.pytorch.name");
      case IDENTITY -> Texts.get("linearmodel.init.identity.name");
      case ZEROS -> Texts.get("linearmodel.init.zeros.name");
      case ROTATION -> Texts.get("linearmodel.init.rotation.name");
    };
  }

  /** One or two sentences: what the numbers are, and why one would start from them. */
  public String meaning() {
    return switch (this) {
      case NOTEBOOK -> Texts.get("linearmodel.init.notebook.meaning");
      case XAVIER_NORMAL -> Texts.get("linearmodel.init.xavier.meaning");
      case HE_NORMAL -> Texts.get("linearmodel.init.he.meaning");
      case PYTORCH -> Texts.get("linearmodel.init.pytorch.meaning");
      case IDENTITY -> Texts.get("linearmodel.init.identity.meaning");
      case ZEROS -> Texts.get("linearmodel.init.zeros.meaning");
      case ROTATION -> Texts.get("linearmodel.init.rotation.meaning");
    };
  }
}

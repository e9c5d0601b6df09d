package org.inferscope.ui.theme;

/** Names the property file with what the light and the dark theme share: measures, not colours. */
final class InferscopeBase {
  private InferscopeBase() {}
}

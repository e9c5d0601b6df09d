package org.inferscope.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.List;

/** The light theme; its colours are in {@code InferscopeLight.properties} beside this class. */
public final class InferscopeLight extends FlatLightLaf {
  @Override
  public String getName() {
    return "Inferscope Light";
  }

  @Override
  protected List<Class<?>> getLafClassesForDefaultsLoading() {
    return List.of(FlatLaf.class, FlatLightLaf.class, InferscopeBase.class, InferscopeLight.class);
  }
}

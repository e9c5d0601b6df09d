package org.inferscope.ui.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import java.util.List;

/** The dark theme; its colours are in {@code InferscopeDark.properties} beside this class. */
public final class InferscopeDark extends FlatDarkLaf {
  @Override
  public String getName() {
    return "Inferscope Dark";
  }

  @Override
  protected List<Class<?>> getLafClassesForDefaultsLoading() {
    return List.of(FlatLaf.class, FlatDarkLaf.class, InferscopeBase.class, InferscopeDark.class);
  }
}

package org.toret.app.city;

/// Compiles published files into one city image.
public final class CityCompiler {

  /// Raise it with any change of how the same files are compiled.
  public static final int VERSION = 1;

  private CityCompiler() {}
}

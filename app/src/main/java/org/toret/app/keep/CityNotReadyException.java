package org.toret.app.keep;

/// A question that came before the first city was ready.
public final class CityNotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CityNotReadyException() {
    super("No city is ready yet");
  }
}

package org.toret.network.image;

/// An image whose inside contradicts itself. [ImageFile#open] turns it into a refusal.
public final class DamagedImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedImageException(String message) {
    super(message);
  }
}

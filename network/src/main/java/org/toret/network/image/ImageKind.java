package org.toret.network.image;

/// What the elements of a section are.
enum ImageKind {
  BYTES(1),
  INTS(4),
  LONGS(8);

  final int bytesPerElement;

  ImageKind(int bytesPerElement) {
    this.bytesPerElement = bytesPerElement;
  }

  static ImageKind of(int ordinal) {
    ImageKind[] kinds = values();
    if (ordinal < 0 || ordinal >= kinds.length) {
      throw new DamagedImageException("unknown kind of section " + ordinal);
    }
    return kinds[ordinal];
  }
}

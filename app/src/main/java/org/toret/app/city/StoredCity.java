package org.toret.app.city;

import java.nio.file.Path;
import org.toret.network.image.ImageFile;

/// A compiled city on disk, opened and checked.
///
/// @param folder where it lies
public record StoredCity(Path folder, ImageFile image, About about) {}

package org.toret.app.data;

import java.nio.file.Path;

/// One published source in a data folder.
///
/// @param id feed id: what `city.yaml` says, else the stem of the file
/// @param path file or folder
/// @param name path inside the data folder, for people
public record Source(SourceKind kind, String id, Path path, String name) {}

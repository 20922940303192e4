package org.toret.app.live;

import java.time.Instant;

/// A message as it was said, not looked into yet.
///
/// @param source name of the source
/// @param origin the file or address it comes from
/// @param bytes of any kind that an [Intake] knows; not copied
/// @param said when it came in, by the clock of who brought it: its age is judged by that
public record LiveMessage(String source, String origin, byte[] bytes, Instant said) {}

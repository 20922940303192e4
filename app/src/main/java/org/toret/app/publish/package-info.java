/// What is known now, told to others: the live view of a city as messages.
///
/// ```
///   OpenCity ──► LiveMessages ──► LiveRuns ──► gtfsrt.FeedMessage ──► RealtimeWriter, SiriWriter
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.publish;

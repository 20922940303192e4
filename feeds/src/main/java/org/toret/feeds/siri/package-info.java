/// SIRI 2 in XML and JSON: what it says of runs, vehicles, disruptions and facilities, told in the
/// records of GTFS-Realtime.
///
/// ```
///   SiriReader ──► XmlRecords  JsonRecords ──► Records ──► JourneyReader  SituationReader …
///        └──► SiriMessage ──► SiriMatcher ──► SiriIds  CallFinder ──► gtfsrt.FeedMessage
/// ```
///
/// SIRI names lines, journeys and stops by whatever the two ends have agreed upon. What is read
/// keeps these references; [SiriMatcher] finds what they mean in a timetable.
@org.jspecify.annotations.NullMarked
package org.toret.feeds.siri;

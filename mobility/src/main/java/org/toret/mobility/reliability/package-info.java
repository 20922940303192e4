/// How far a journey can be relied on: how late vehicles were, whether changes will hold, what to
/// do when they do not.
///
/// ```
///   live messages ──► DelayWatch ──► DelayHistory ──► JourneyOutlook ──► Alternative.reliability
///   slow streets ──► Jams ─────────────────────────────────┘
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.mobility.reliability;

/// GTFS-Realtime 2.0 messages into plain records; no protobuf type leaves the package.
///
/// ```
///   RealtimeReader ──► TripUpdateReader  VehicleReader  AlertReader  ModificationReader
///                          └──────────────────┴──────► Fields ──► Wire
/// ```
///
/// Frames of the message are taken apart here, one entity at a time, so that a cut or broken
/// message still gives what stands before and beside the fault. Entities are parsed by the
/// published bindings (0.0.8, of 2022). What the specification gained since (the relationships NEW
/// and DELETED, trip modifications, shapes, stops, occupancy at departure, boarding rules of calls,
/// texts of causes and effects, the wheelchair) the bindings keep as unknown fields, and [Wire] and
/// [Fields] read it from there by field number.
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfsrt;

/// Simulated feeds brought to those who read them: over HTTP, or to the desk of the same process.
///
/// ```
///   SimulatedFeeds (address → bytes of a moment) ──► SimulationServer
///                                                └─► InProcessSimulation ──► LiveDesk
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.simulate.serve;

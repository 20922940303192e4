/// Blocks of streets that can be closed, and the ways by which buses get round them. Nothing here
/// is left to chance: who asks chooses the blocks.
///
/// ```
///   BlockFinder (stop → Block) ──► RoundFinder (blocks → Rounds: WayRound, Instead)
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.simulate.closure;

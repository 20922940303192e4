/// Throws damaged files at every reader: whatever comes, nothing is thrown back, nothing hangs and
/// memory stays in proportion.
@NullMarked
package org.toret.app.fuzz;

import org.jspecify.annotations.NullMarked;

/// Routers to compare with, and checks of what a router returned. None of them shares code with the
/// search under test.
@NullMarked
package org.toret.testkit.oracle;

import org.jspecify.annotations.NullMarked;

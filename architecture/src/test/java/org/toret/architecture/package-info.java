/// Tests about the code itself: what may know what, how large things may get, what may not be used,
/// and whether each requirement is proven.
@NullMarked
package org.toret.architecture;

import org.jspecify.annotations.NullMarked;

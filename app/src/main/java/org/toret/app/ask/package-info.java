/// Reads questions put as named parameters, from an address or a command line alike, strictly and
/// with a reason for everything that cannot be understood.
@NullMarked
package org.toret.app.ask;

import org.jspecify.annotations.NullMarked;

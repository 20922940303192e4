/// The server: how Spring Boot is put together, piece by named piece.
@NullMarked
package org.toret.app.serve;

import org.jspecify.annotations.NullMarked;

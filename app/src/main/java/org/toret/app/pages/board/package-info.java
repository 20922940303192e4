/// Departure boards, lines and the state of the network as their pages show them.
@NullMarked
package org.toret.app.pages.board;

import org.jspecify.annotations.NullMarked;

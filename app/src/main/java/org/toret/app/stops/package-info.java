/// What stops are for the people who use them: which lines call there, and how much.
@NullMarked
package org.toret.app.stops;

import org.jspecify.annotations.NullMarked;

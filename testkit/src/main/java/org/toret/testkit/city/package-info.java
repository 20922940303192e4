/// Cities for tests: written as text, or drawn from a seed.
@NullMarked
package org.toret.testkit.city;

import org.jspecify.annotations.NullMarked;

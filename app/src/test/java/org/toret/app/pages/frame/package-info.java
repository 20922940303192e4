/// Tests of what every page stands on.
@NullMarked
package org.toret.app.pages.frame;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.toret.app.pages.draw;

import org.jspecify.annotations.NullMarked;

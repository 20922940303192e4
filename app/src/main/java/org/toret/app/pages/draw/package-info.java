/// Where things of a drawing stand so that each can be read.
@NullMarked
package org.toret.app.pages.draw;

import org.jspecify.annotations.NullMarked;

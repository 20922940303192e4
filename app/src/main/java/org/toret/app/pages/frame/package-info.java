/// What every page stands on: language, formats, the frame around the content, and built assets.
@NullMarked
package org.toret.app.pages.frame;

import org.jspecify.annotations.NullMarked;

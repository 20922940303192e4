/// All texts of notices, refusals and answers, in every language, in one place.
@NullMarked
package org.toret.app.texts;

import org.jspecify.annotations.NullMarked;

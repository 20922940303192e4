/// The answer to a question as the planner page shows it: numbers in words, bars and a picture.
@NullMarked
package org.toret.app.pages.plan;

import org.jspecify.annotations.NullMarked;

/// Tests of how an answer is put into words and pictures.
@NullMarked
package org.toret.app.pages.plan;

import org.jspecify.annotations.NullMarked;

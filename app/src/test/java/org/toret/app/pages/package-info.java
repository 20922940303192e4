/// Tests of the pages: on a sample city whose every number is written here, and on the real
/// application.
@NullMarked
package org.toret.app.pages;

import org.jspecify.annotations.NullMarked;

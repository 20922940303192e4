/// What is sent back: the same JSON over HTTP and on the command line.
@NullMarked
package org.toret.app.answer;

import org.jspecify.annotations.NullMarked;

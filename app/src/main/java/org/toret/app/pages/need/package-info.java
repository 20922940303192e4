/// What a question asks beside from where, to where and when: who travels, with what in the pocket.
@NullMarked
package org.toret.app.pages.need;

import org.jspecify.annotations.NullMarked;

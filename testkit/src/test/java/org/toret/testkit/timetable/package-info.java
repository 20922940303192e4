/// How published rows become columns, told in the test language.
@NullMarked
package org.toret.testkit.timetable;

import org.jspecify.annotations.NullMarked;

/// Measures: import, start, the search, the streets, whole answers. Numbers go to a history file.
@org.jspecify.annotations.NullMarked
package org.toret.bench;

/// Routers compared with one another on cities drawn from seeds.
@NullMarked
package org.toret.testkit.oracle;

import org.jspecify.annotations.NullMarked;

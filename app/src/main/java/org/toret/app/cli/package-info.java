/// The commands of `./toret` that run in the application: `run`, `check`, `build`, `plan`, `help`.
@NullMarked
package org.toret.app.cli;

import org.jspecify.annotations.NullMarked;

/// What lies in a `--data` folder, recognised by content, and the optional `city.yaml` beside it.
@NullMarked
package org.toret.app.data;

import org.jspecify.annotations.NullMarked;

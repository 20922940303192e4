/// The HTTP interface under `/api/v1`, as `openapi.json` describes it.
@NullMarked
package org.toret.app.http;

import org.jspecify.annotations.NullMarked;

/// The house itself: command line, HTTP, pages, the store of compiled cities.
///
/// ```
///   Toret ──► cli ──► serve ──► http · tiles · search · pages
///              └────────┴─────► city ──► data
/// ```
@NullMarked
package org.toret.app;

import org.jspecify.annotations.NullMarked;

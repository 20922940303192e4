/// DATEX II: controlled zones (version 3), car parks, measured traffic and situations (version 2
/// and 3).
@org.jspecify.annotations.NullMarked
package org.toret.feeds.datex;

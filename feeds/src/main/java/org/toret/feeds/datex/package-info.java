/// DATEX II: controlled zones (version 3) and car parks (version 2 and 3).
@org.jspecify.annotations.NullMarked
package org.toret.feeds.datex;

/// Travel times to all stops from every minute of a window, in one run from the last minute to the
/// first.
package org.toret.router.sweep;

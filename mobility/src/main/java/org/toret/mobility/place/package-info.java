/// Looks up what has a published id.
package org.toret.mobility.place;

/// What a traveller's needs mean for an answer, and what must be said of it.
package org.toret.mobility.need;

/// What a [org.toret.app.simulate.Simulation] shows, in the formats of the field.
@org.jspecify.annotations.NullMarked
package org.toret.app.simulate.feed;

/// How searches remember what they reached: labels and the bags that keep the best of them. Not
/// exported.
package org.toret.router.label;

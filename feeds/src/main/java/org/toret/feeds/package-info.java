/// Published files in and out, one package per format.
@org.jspecify.annotations.NullMarked
package org.toret.feeds;

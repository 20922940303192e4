/// Car parks, their prices and a zone of limited traffic of the demo city.
@org.jspecify.annotations.NullMarked
package org.toret.demo.road;

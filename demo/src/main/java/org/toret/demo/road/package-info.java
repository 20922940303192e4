/// Car parks, their prices and a zone of limited traffic of the demo city.
package org.toret.demo.road;

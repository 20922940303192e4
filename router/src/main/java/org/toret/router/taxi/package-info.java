/// Taxis: what their meter shows, by dated and sourced tariffs.
package org.toret.router.taxi;

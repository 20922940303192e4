/// How people cycle: what a motor adds on slopes ([org.toret.router.cycle.PowerBalance]), which
/// streets somebody wants to ride on ([org.toret.router.cycle.Cycling]), and what a ride was like
/// ([org.toret.router.cycle.RideMix]).
package org.toret.router.cycle;

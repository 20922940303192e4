/// How far one gets, and how long it takes between many places at once.
package org.toret.mobility.reach;

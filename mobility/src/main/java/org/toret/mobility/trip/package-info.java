/// How an answer is made: places resolved, legs drawn and weighed, alternatives compared.
package org.toret.mobility.trip;

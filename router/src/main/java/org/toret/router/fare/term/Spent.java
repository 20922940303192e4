package org.toret.router.fare.term;

/// What a traveller has paid already towards a cap ([TicketCaps]).
///
/// @param cap row of `fare-cap`
/// @param cents paid in the period of the cap, for one person
/// @param atEpochSeconds a moment in that period
public record Spent(String cap, int cents, long atEpochSeconds) {}

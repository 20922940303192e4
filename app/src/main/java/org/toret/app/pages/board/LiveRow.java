package org.toret.app.pages.board;

/// A source of live messages as operators see it.
///
/// @param state `waiting`, `fresh`, `stale` or `failing`
/// @param label the state in words
/// @param at when its newest message was made; empty without any
/// @param told how much of what stands in it, in words
/// @param reason why it is not used, in words; empty where it is
public record LiveRow(
    String id,
    String origin,
    String feed,
    String state,
    String label,
    String at,
    String reason,
    String told) {}

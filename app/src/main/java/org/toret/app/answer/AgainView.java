package org.toret.app.answer;

import org.toret.mobility.plan.Alternative;

/// The answer to `GET /api/v1/plan/{id}`.
///
/// @param image content hash of the compiled city by which it was timed
public record AgainView(Alternative alternative, String image) {}

package org.toret.app.serve;

import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityKeeper;
import org.toret.base.notice.Messages;

/// What the server is given from outside, made before it starts.
public record House(CityKeeper keeper, CityClock clock, Messages messages, OperatorToken token) {}

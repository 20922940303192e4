/// What is true now: messages from files, addresses and senders, laid over the city that answers.
///
/// ```
///   Poll, RecordedMessages, push ──► LiveDesk ──► LiveView (one immutable state, kept in OpenCity)
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.live;

/// The pages a person sees: server-rendered, in the reader's language, complete without script.
///
/// ```
/// request ─► …Page (controller) ─► view records ─► JTE template ─► HTML
///                │                      ▲
///                └─► the city's answers ┘  Words and Formats put them into language
/// ```
@NullMarked
package org.toret.app.pages;

import org.jspecify.annotations.NullMarked;

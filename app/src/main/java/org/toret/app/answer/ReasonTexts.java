package org.toret.app.answer;

import java.util.List;
import java.util.Locale;
import org.toret.base.notice.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts a sentence beside the code that says why a cost is not known: `reasonText` beside `reason`,
/// in the asker's language, wherever in an answer a cost stands.
public final class ReasonTexts {

  private final JsonMapper mapper = AnswerJson.mapper();
  private final Messages messages;

  public ReasonTexts(Messages messages) {
    this.messages = messages;
  }

  /// An answer as JSON, with the sentences.
  public JsonNode tell(Object answer, Locale locale) {
    JsonNode tree = mapper.valueToTree(answer);
    tell(tree, locale);
    return tree;
  }

  private void tell(JsonNode node, Locale locale) {
    if (node instanceof ObjectNode object && object.has("reason") && object.has("known")) {
      JsonNode reason = object.path("reason");
      if (reason.isString()) {
        object.put("reasonText", messages.text(locale, reason.asString(), List.of()));
      } else {
        object.putNull("reasonText");
      }
    }
    node.forEach(child -> tell(child, locale));
  }
}

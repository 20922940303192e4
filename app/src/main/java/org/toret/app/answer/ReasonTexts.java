package org.toret.app.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.base.notice.Messages;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/// Puts a sentence beside the code that says why a cost is not known: `reasonText` beside `reason`,
/// in the asker's language, wherever in an answer a cost stands.
public final class ReasonTexts {

  private final JsonMapper mapper;

  public ReasonTexts(Messages messages) {
    SimpleModule module = new SimpleModule("reasons");
    module.setSerializerModifier(new Beside(messages));
    mapper = AnswerJson.builder().addModule(module).build();
  }

  /// Writes answers as JSON, with the sentences.
  public ObjectWriter writer(Locale locale) {
    return mapper.writer().withAttribute(Locale.class, locale);
  }

  private static final class Beside extends ValueSerializerModifier {

    private static final long serialVersionUID = 1;

    private final transient Messages messages;

    Beside(Messages messages) {
      this.messages = messages;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config,
        BeanDescription.Supplier bean,
        List<BeanPropertyWriter> properties) {
      boolean isCost = properties.stream().anyMatch(property -> property.getName().equals("known"));
      List<BeanPropertyWriter> all = new ArrayList<>();
      for (BeanPropertyWriter property : properties) {
        boolean tells = isCost && property.getName().equals("reason");
        all.add(tells ? new Told(property, messages) : property);
      }
      return all;
    }
  }

  private static final class Told extends BeanPropertyWriter {

    private final Messages messages;

    Told(BeanPropertyWriter code, Messages messages) {
      super(code);
      this.messages = messages;
    }

    @Override
    public void serializeAsProperty(Object cost, JsonGenerator out, SerializationContext context)
        throws Exception {
      super.serializeAsProperty(cost, out, context);
      Object reason = get(cost);
      out.writeName("reasonText");
      if (reason == null) {
        out.writeNull();
      } else {
        Locale locale = (Locale) context.getAttribute(Locale.class);
        out.writeString(messages.text(locale, reason.toString(), List.of()));
      }
    }
  }
}

package org.toret.app.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How answers are written as JSON: modes by their HTTP names, and what only rides have directly in
/// their leg. What is unknown is `null` and stands there.
public final class AnswerJson {

  private AnswerJson() {}

  /// A writer of answers.
  public static JsonMapper mapper() {
    return builder().build();
  }

  /// The same, still open for more.
  public static JsonMapper.Builder builder() {
    SimpleModule module =
        new SimpleModule("toret")
            .addSerializer(new ModeSerializer())
            .addSerializer(new TimeWriter());
    return JsonMapper.builder()
        .addModule(module)
        .addMixIn(Leg.class, FlatLeg.class)
        .addMixIn(Leg.Alert.class, AlertTitle.class);
  }

  /// The fields of a ride stand in its leg.
  private interface FlatLeg {
    @JsonUnwrapped
    Leg.@Nullable Transit transit();
  }

  /// Of the disruptions of a leg the titles.
  private interface AlertTitle {
    @JsonValue
    String header();
  }

  private static final class ModeSerializer extends StdSerializer<TravelMode> {

    ModeSerializer() {
      super(TravelMode.class);
    }

    @Override
    public void serialize(TravelMode mode, JsonGenerator out, SerializationContext context) {
      out.writeString(mode.id());
    }
  }
}

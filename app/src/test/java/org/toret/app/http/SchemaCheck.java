package org.toret.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Compares a JSON value with a schema, as far as `openapi.json` uses JSON Schema. Properties that
/// the schema does not name are faults too: everything sent is described.
final class SchemaCheck {

  private final JsonNode description;

  SchemaCheck(JsonNode description) {
    this.description = description;
  }

  /// What is not as the schema says, with where it is.
  List<String> faults(JsonNode value, JsonNode schema) {
    List<String> faults = new ArrayList<>();
    check(value, schema, "", faults);
    return faults;
  }

  private void check(JsonNode value, JsonNode schema, String where, List<String> faults) {
    if (schema.has("$ref")) {
      check(value, description.at(schema.path("$ref").asString().substring(1)), where, faults);
      return;
    }
    if (schema.has("anyOf")) {
      boolean fits = false;
      for (JsonNode option : schema.path("anyOf")) {
        fits |= faults(value, option).isEmpty();
      }
      if (!fits) {
        faults.add(where + " fits none: " + value);
      }
      return;
    }
    if (!types(schema).contains(type(value))) {
      faults.add(where + " is " + type(value) + ", not " + types(schema));
      return;
    }
    enumerated(value, schema, where, faults);
    if (value.isObject()) {
      object(value, schema, where, faults);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(value.path(i), schema.path("items"), where + "/" + i, faults);
      }
    }
  }

  private void object(JsonNode value, JsonNode schema, String where, List<String> faults) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString())) {
        faults.add(where + " lacks " + required.asString());
      }
    }
    value
        .properties()
        .forEach(property -> {
          String name = property.getKey();
          JsonNode inside = schema.path("properties").path(name);
          inside = inside.isMissingNode() ? schema.path("additionalProperties") : inside;
          if (inside.isMissingNode()) {
            faults.add(where + "/" + name + " is not described");
          } else {
            check(property.getValue(), inside, where + "/" + name, faults);
          }
        });
  }

  private static void enumerated(
      JsonNode value, JsonNode schema, String where, List<String> faults) {
    if (!schema.has("enum")) {
      return;
    }
    for (JsonNode allowed : schema.path("enum")) {
      if (allowed.equals(value)) {
        return;
      }
    }
    faults.add(where + " is " + value);
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asString()));
    } else {
      types.add(type.asString());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> value.getNodeType().name();
    };
  }
}

package org.toret.app.pages.frame;

import java.util.List;
import java.util.Set;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.Leg;

/// A disruption as pages tell it: what it does, in a word and a colour, before what its publisher
/// calls it.
///
/// @param tone `bad` where nothing goes, `warn` where service is worse than usual, `info` where it
///   is not, `unsaid` where its publisher does not say
/// @param effect what it does, in words; empty where that is not told, or the title says it
/// @param title as published, may be empty
/// @param text as published, empty where there is none or it only repeats the title
/// @param href where more is told, empty for nowhere
public record Disruption(String tone, String effect, String title, String text, String href) {

  private static final Set<String> SILENT = Set.of("unknown_effect", "other_effect", "no_effect");

  /// @param alerts in the order to be shown
  public static List<Disruption> all(List<ServiceAlert> alerts, Words words) {
    String language = words.language();
    return alerts.stream()
        .map(alert ->
            of(
                alert.effect(),
                ServiceAlert.in(alert.headers(), language),
                ServiceAlert.in(alert.texts(), language),
                ServiceAlert.in(alert.urls(), language),
                words))
        .distinct()
        .toList();
  }

  /// A disruption of a leg.
  public static Disruption of(Leg.Alert alert, Words words) {
    return of(alert.effect(), alert.header(), alert.text(), "", words);
  }

  private static Disruption of(String effect, String title, String text, String url, Words words) {
    String code = "effect." + effect;
    String name = SILENT.contains(effect) || !words.knows(code) ? "" : words.of(code);
    boolean repeated = title.toLowerCase(words.locale()).contains(name.toLowerCase(words.locale()));
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    return new Disruption(
        tone(effect), repeated ? "" : name, title, text.equals(title) ? "" : text, web ? url : "");
  }

  private static String tone(String effect) {
    return switch (effect) {
      case "no_service" -> "bad";
      case "no_effect", "additional_service" -> "info";
      case "unknown_effect", "other_effect" -> "unsaid";
      default -> "warn";
    };
  }
}

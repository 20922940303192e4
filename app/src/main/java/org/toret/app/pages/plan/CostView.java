package org.toret.app.pages.plan;

import java.util.List;

/// One of the four costs of an alternative, as it is shown: a number with its unit, a bar against
/// the other alternatives, and the items it opens to.
///
/// @param kind `time`, `fare`, `energy` or `emissions`
/// @param value the number with its unit, or that it is not known
/// @param least what it is at least, when it is not known and a part of it is; empty otherwise
/// @param reason why it is not known; empty otherwise
/// @param share of the greatest among the alternatives, 0 to 1
/// @param extras further facts of the same cost, one sentence each
public record CostView(
    String kind,
    boolean known,
    String value,
    String least,
    String reason,
    double share,
    List<Item> items,
    List<String> extras) {

  /// One line of a cost.
  ///
  /// @param name what it is for
  /// @param legs which legs it covers, in words
  /// @param rule the rule or factor it was computed by, with version and row; empty if there is
  ///   none
  /// @param source who says so; empty if there is none
  public record Item(String name, String legs, String value, String rule, String source) {}

  /// The icon of a kind.
  public String icon() {
    return icon(kind);
  }

  /// The icon of a kind of cost.
  public static String icon(String kind) {
    return switch (kind) {
      case "fare" -> "euro";
      case "energy" -> "bolt";
      case "emissions" -> "leaf";
      default -> "clock";
    };
  }

  /// Width of the bar in percent, at least a hair when there is anything.
  public String percent() {
    double width = share <= 0 ? 0 : Math.max(2, share * 100);
    return String.format(java.util.Locale.ROOT, "%.1f%%", width);
  }
}

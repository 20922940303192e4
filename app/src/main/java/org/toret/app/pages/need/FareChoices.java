package org.toret.app.pages.need;

import java.util.List;

/// What the fare data of a city let a traveller choose.
///
/// @param products what can be in the pocket already, `feed:product`
/// @param riders rider categories, the ordinary one first; empty where there is one at most
/// @param media fare media; empty where there is one at most
public record FareChoices(List<Named> products, List<Named> riders, List<Named> media) {

  /// Nothing to choose.
  public static final FareChoices NONE = new FareChoices(List.of(), List.of(), List.of());

  /// Something with its name for people.
  public record Named(String id, String name) {}

  public FareChoices {
    products = List.copyOf(products);
    riders = List.copyOf(riders);
    media = List.copyOf(media);
  }
}

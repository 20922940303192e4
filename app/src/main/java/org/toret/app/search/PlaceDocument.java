package org.toret.app.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.Query;

/// A place as a document of the index.
final class PlaceDocument {

  static final String NAME = "name";
  static final String STEM = "stem";
  static final String LETTERS = "letters";

  private static final String SHOWN = "shown";
  private static final String OTHER = "other";
  private static final String FEATURES = "features";
  private static final String WEIGHT = "weight";
  private static final float LEAST_WEIGHT = 0.001f;

  private PlaceDocument() {}

  static Document of(FoundPlace place) {
    Document document = new Document();
    List<String> names = new ArrayList<>(place.otherNames());
    names.add(place.name());
    for (String name : names) {
      for (String token : NameTokens.of(name)) {
        document.add(new StringField(NAME, token, Field.Store.NO));
        document.add(new StringField(STEM, NameStem.of(token), Field.Store.NO));
        for (int i = 0; i + 3 <= token.length(); i++) {
          document.add(new StringField(LETTERS, token.substring(i, i + 3), Field.Store.NO));
        }
      }
    }
    for (String word : place.impliedWords()) {
      document.add(new StringField(NAME, word, Field.Store.NO));
    }
    document.add(
        new FeatureField(FEATURES, WEIGHT, Math.max(LEAST_WEIGHT, (float) place.weight())));
    document.add(
        new StoredField(
            SHOWN,
            String.join(
                "\n",
                place.kind().name(),
                place.id(),
                place.name().replace('\n', ' '),
                place.municipality().replace('\n', ' '),
                Double.toString(place.lat()),
                Double.toString(place.lon()),
                String.join(",", place.modes()),
                Double.toString(place.weight()))));
    place.otherNames().forEach(name -> document.add(new StoredField(OTHER, name)));
    return document;
  }

  static FoundPlace place(Document document) {
    String[] shown = document.get(SHOWN).split("\n", -1);
    return new FoundPlace(
        PlaceKind.valueOf(shown[0]),
        shown[1],
        shown[2],
        shown[3],
        Double.parseDouble(shown[4]),
        Double.parseDouble(shown[5]),
        shown[6].isEmpty() ? List.of() : List.of(shown[6].split(",")),
        Double.parseDouble(shown[7]),
        List.of(document.getValues(OTHER)));
  }

  static Query weightQuery() {
    return FeatureField.newLinearQuery(FEATURES, WEIGHT, 5);
  }
}

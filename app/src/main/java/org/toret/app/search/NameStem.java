package org.toret.app.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The stem of an Italian word, so that `giardino` finds `giardini`.
final class NameStem {

  private NameStem() {}

  static String of(String word) {
    WhitespaceTokenizer words = new WhitespaceTokenizer();
    words.setReader(new StringReader(word));
    try (TokenStream stems = new ItalianLightStemFilter(words)) {
      CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
      stems.reset();
      return stems.incrementToken() ? term.toString() : word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

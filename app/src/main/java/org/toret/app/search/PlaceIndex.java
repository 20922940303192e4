package org.toret.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.toret.base.geo.GeoPoint;

/// Finds places by what people type, wrong letters and unfinished words included.
///
/// Lucene finds what may be meant (each word exactly, as a stem, as a beginning, or with a typo or
/// two; failing that by groups of three letters), [PlaceRanking] orders it. The index lies on disk
/// and is memory-mapped. Thread-safe; close it when nobody asks any more.
public final class PlaceIndex implements AutoCloseable {

  private static final int CANDIDATES = 160;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private record Ranked(FoundPlace place, double points) {}

  private PlaceIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  /// Opens an index that [PlaceIndexWriter] wrote.
  public static PlaceIndex open(Path folder) throws IOException {
    return new PlaceIndex(new MMapDirectory(folder));
  }

  /// Places whose name answers a text, best first.
  ///
  /// @param near prefer places around this point
  public List<FoundPlace> find(String text, int limit, Optional<GeoPoint> near) {
    List<String> words = NameTokens.of(text);
    if (words.isEmpty() || limit <= 0) {
      return List.of();
    }
    PlaceRanking ranking = new PlaceRanking(words, near);
    List<FoundPlace> best = ranked(byWords(words), ranking, limit);
    return best.isEmpty() ? ranked(byLetters(words), ranking, limit) : best;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FoundPlace> ranked(Query query, PlaceRanking ranking, int limit) {
    List<Ranked> ranked = new ArrayList<>();
    for (FoundPlace place : candidates(query)) {
      double points = ranking.points(place);
      if (PlaceRanking.isMeant(points)) {
        ranked.add(new Ranked(place, points));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::points)
            .reversed()
            .thenComparing(one -> one.place().name())
            .thenComparing(one -> one.place().id()));
    return ranked.stream().limit(limit).map(Ranked::place).toList();
  }

  private List<FoundPlace> candidates(Query query) {
    try {
      StoredFields stored = searcher.storedFields();
      List<FoundPlace> places = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
        places.add(PlaceDocument.place(stored.document(hit.doc)));
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query byWords(List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      all.add(byWord(word), Occur.SHOULD);
    }
    all.setMinimumNumberShouldMatch(words.size() <= 2 ? words.size() : words.size() - 1);
    return important(all.build());
  }

  private static Query byWord(String word) {
    List<Query> ways = new ArrayList<>();
    ways.add(constant(new TermQuery(new Term(PlaceDocument.NAME, word)), 10));
    ways.add(constant(new PrefixQuery(new Term(PlaceDocument.NAME, word)), 7));
    ways.add(constant(new TermQuery(new Term(PlaceDocument.STEM, NameStem.of(word))), 7));
    int typos = PlaceRanking.typosAllowed(word.length());
    if (typos > 0) {
      ways.add(constant(new FuzzyQuery(new Term(PlaceDocument.NAME, word), typos, 1), 4));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query byLetters(List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int count = 0;
    for (String word : words) {
      for (int i = 0; i + 3 <= word.length(); i++) {
        Term term = new Term(PlaceDocument.LETTERS, word.substring(i, i + 3));
        all.add(constant(new TermQuery(term), 1), Occur.SHOULD);
        count++;
      }
    }
    all.setMinimumNumberShouldMatch(Math.max(1, count / 2));
    return important(all.build());
  }

  /// Of equally good answers the important ones, where not all can be looked at.
  private static Query important(Query match) {
    return new BooleanQuery.Builder()
        .add(match, Occur.MUST)
        .add(PlaceDocument.weightQuery(), Occur.SHOULD)
        .build();
  }

  private static Query constant(Query query, float points) {
    return new BoostQuery(new ConstantScoreQuery(query), points);
  }
}

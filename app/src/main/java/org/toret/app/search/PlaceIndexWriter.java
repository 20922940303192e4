package org.toret.app.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/// Writes the index that [PlaceIndex] reads.
public final class PlaceIndexWriter {

  private PlaceIndexWriter() {}

  /// Writes an index into an empty folder.
  public static void write(Path folder, List<FoundPlace> places) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setMergeScheduler(new SerialMergeScheduler())
            .setUseCompoundFile(true);
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (FoundPlace place : places) {
        writer.addDocument(PlaceDocument.of(place));
      }
      writer.forceMerge(1);
    }
  }
}

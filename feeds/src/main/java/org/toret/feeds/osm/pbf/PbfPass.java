package org.toret.feeds.osm.pbf;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/// Reads the elements of one kind in the order of a file.
public final class PbfPass {

  private PbfPass() {}

  /// Every one of them.
  public static void relations(Path file, Consumer<ReaderElement> element) throws IOException {
    pass(file, new SkipOptions(true, true, false), element);
  }

  /// Every one of them.
  public static void ways(Path file, Consumer<ReaderElement> element) throws IOException {
    pass(file, new SkipOptions(true, false, true), element);
  }

  /// Every one of them.
  public static void nodes(Path file, Consumer<ReaderElement> element) throws IOException {
    pass(file, new SkipOptions(false, true, true), element);
  }

  private static void pass(Path file, SkipOptions skip, Consumer<ReaderElement> element)
      throws IOException {
    try (OSMInputFile in = new OSMInputFile(file.toFile())) {
      in.setWorkerThreads(1).setSkipOptions(skip).open();
      ReaderElement next = in.getNext();
      while (next != null) {
        element.accept(next);
        next = in.getNext();
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}

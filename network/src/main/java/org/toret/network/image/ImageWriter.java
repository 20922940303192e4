package org.toret.network.image;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;

/// Collects the columns of a compiled city by name and writes them as one file.
///
/// The file appears under its name only when it is whole: it is written beside and moved. Columns
/// are kept by reference until then and must not change.
public final class ImageWriter {

  /// The version of what sections mean; raise it with any change of a column's meaning.
  public static final int VERSION = 8;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Map<String, Column> columns = new LinkedHashMap<>();

  private record Column(ImageKind kind, MemorySegment data, long count) {}

  public ImageWriter ints(String name, int[] values) {
    return put(name, ImageKind.INTS, MemorySegment.ofArray(values), values.length);
  }

  public ImageWriter longs(String name, long[] values) {
    return put(name, ImageKind.LONGS, MemorySegment.ofArray(values), values.length);
  }

  public ImageWriter bytes(String name, byte[] values) {
    return put(name, ImageKind.BYTES, MemorySegment.ofArray(values), values.length);
  }

  /// Writes a text column as three sections.
  public ImageWriter texts(String name, TextColumn column) {
    return ints(name + ".rows", column.rows())
        .ints(name + ".offsets", column.offsets())
        .bytes(name + ".text", column.bytes());
  }

  /// Writes compressed sparse rows as two sections.
  public ImageWriter csr(String name, Csr csr) {
    return ints(name + ".offsets", csr.offsets()).ints(name + ".values", csr.values());
  }

  /// Writes one short text, for example a time zone.
  public ImageWriter text(String name, String value) {
    return bytes(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes the file; returns the content hash in hexadecimal.
  public String write(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path beside = Files.createTempFile(parent, file.getFileName().toString(), ".part");
    try {
      String hash = writeAll(beside);
      move(beside, file);
      return hash;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private ImageWriter put(String name, ImageKind kind, MemorySegment data, long count) {
    if (columns.put(name, new Column(kind, data, count)) != null) {
      throw new IllegalStateException("Section " + name + " is written twice");
    }
    return this;
  }

  private String writeAll(Path file) throws IOException {
    long directory = ImageFormat.HEAD_BYTES;
    for (String name : columns.keySet()) {
      directory += 2 + name.getBytes(StandardCharsets.UTF_8).length + 1 + 8 + 8;
    }
    long length = ImageFormat.aligned(directory);
    for (Column column : columns.values()) {
      length = ImageFormat.aligned(length + column.data().byteSize());
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      MemorySegment out = channel.map(FileChannel.MapMode.READ_WRITE, 0, length, arena);
      fill(out, directory);
      byte[] hash = ImageHash.of(out);
      MemorySegment.copy(hash, 0, out, ValueLayout.JAVA_BYTE, ImageFormat.HASH_OFFSET, hash.length);
      out.force();
      return ImageHash.hex(hash);
    }
  }

  private void fill(MemorySegment out, long directoryEnd) {
    MemorySegment.copy(
        ImageFormat.MAGIC, 0, out, ValueLayout.JAVA_BYTE, 0, ImageFormat.MAGIC.length);
    out.set(INT, 8, VERSION);
    out.set(INT, 12, columns.size());
    out.set(LONG, 16, out.byteSize());
    long entry = ImageFormat.HEAD_BYTES;
    long data = ImageFormat.aligned(directoryEnd);
    for (Map.Entry<String, Column> named : columns.entrySet()) {
      byte[] name = named.getKey().getBytes(StandardCharsets.UTF_8);
      Column column = named.getValue();
      out.set(SHORT, entry, (short) name.length);
      MemorySegment.copy(name, 0, out, ValueLayout.JAVA_BYTE, entry + 2, name.length);
      entry += 2 + name.length;
      out.set(ValueLayout.JAVA_BYTE, entry, (byte) column.kind().ordinal());
      out.set(LONG, entry + 1, data);
      out.set(LONG, entry + 9, column.count());
      entry += 17;
      MemorySegment.copy(column.data(), 0, out, data, column.data().byteSize());
      data = ImageFormat.aligned(data + column.data().byteSize());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

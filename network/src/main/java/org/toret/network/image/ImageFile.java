package org.toret.network.image;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.base.outcome.Outcome;

/// A compiled city on disk, memory-mapped and checked against its hash.
///
/// `ints`, `longs` and `bytes` copy a section into an array: what the search reads in its inner
/// loops lives there, since an array access is the cheapest there is. `mapped` leaves a section on
/// disk and lets the operating system page it: what is read now and then. The mapping lives until
/// no segment of it is reachable.
public final class ImageFile {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Map<String, Section> sections;
  private final String hash;

  private record Section(ImageKind kind, MemorySegment data) {}

  private ImageFile(Map<String, Section> sections, String hash) {
    this.sections = sections;
    this.hash = hash;
  }

  /// Maps and checks a file. Refused as `image_unreadable`, `image_foreign`, `image_version` or
  /// `image_damaged`, each with the file and what is wrong with it.
  public static Outcome<ImageFile> open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < ImageFormat.HEAD_BYTES) {
        return Outcome.refused("image_damaged", file, "shorter than its head");
      }
      MemorySegment all =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      return checked(file, all);
    } catch (IOException e) {
      return Outcome.refused("image_unreadable", file, e);
    } catch (DamagedImageException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      return Outcome.refused("image_damaged", file, String.valueOf(e.getMessage()));
    }
  }

  /// The content hash in hexadecimal.
  public String hash() {
    return hash;
  }

  public int[] ints(String name) {
    return section(name, ImageKind.INTS).data().toArray(ValueLayout.JAVA_INT_UNALIGNED);
  }

  public long[] longs(String name) {
    return section(name, ImageKind.LONGS).data().toArray(ValueLayout.JAVA_LONG_UNALIGNED);
  }

  public byte[] bytes(String name) {
    return section(name, ImageKind.BYTES).data().toArray(ValueLayout.JAVA_BYTE);
  }

  /// A section as it lies on disk.
  public MemorySegment mapped(String name) {
    return section(name).data();
  }

  public TextColumn texts(String name) {
    return new TextColumn(ints(name + ".rows"), ints(name + ".offsets"), bytes(name + ".text"));
  }

  public Csr csr(String name) {
    return new Csr(ints(name + ".offsets"), ints(name + ".values"));
  }

  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  public boolean has(String name) {
    return sections.containsKey(name);
  }

  private Section section(String name, ImageKind kind) {
    Section section = section(name);
    if (section.kind() != kind) {
      throw new DamagedImageException("section " + name + " holds " + section.kind());
    }
    return section;
  }

  private Section section(String name) {
    Section section = sections.get(name);
    if (section == null) {
      throw new DamagedImageException("section " + name + " is missing");
    }
    return section;
  }

  private static Outcome<ImageFile> checked(Path file, MemorySegment all) {
    byte[] magic = all.asSlice(0, ImageFormat.MAGIC.length).toArray(ValueLayout.JAVA_BYTE);
    if (!Arrays.equals(magic, ImageFormat.MAGIC)) {
      return Outcome.refused("image_foreign", file);
    }
    int version = all.get(INT, 8);
    if (version != ImageWriter.VERSION) {
      return Outcome.refused("image_version", file, version, ImageWriter.VERSION);
    }
    if (all.get(LONG, 16) != all.byteSize()) {
      return Outcome.refused(
          "image_damaged", file, "length " + all.byteSize() + ", not " + all.get(LONG, 16));
    }
    byte[] stored =
        all.asSlice(ImageFormat.HASH_OFFSET, ImageFormat.HASH_BYTES).toArray(ValueLayout.JAVA_BYTE);
    if (!Arrays.equals(stored, ImageHash.of(all))) {
      return Outcome.refused("image_damaged", file, "its content does not match its hash");
    }
    return Outcome.done(new ImageFile(directory(all), ImageHash.hex(stored)));
  }

  private static Map<String, Section> directory(MemorySegment all) {
    Map<String, Section> sections = new HashMap<>();
    int count = all.get(INT, 12);
    long entry = ImageFormat.HEAD_BYTES;
    for (int i = 0; i < count; i++) {
      int nameBytes = all.get(SHORT, entry);
      String name =
          new String(
              all.asSlice(entry + 2, nameBytes).toArray(ValueLayout.JAVA_BYTE),
              StandardCharsets.UTF_8);
      entry += 2 + nameBytes;
      ImageKind kind = ImageKind.of(all.get(ValueLayout.JAVA_BYTE, entry));
      long offset = all.get(LONG, entry + 1);
      long elements = all.get(LONG, entry + 9);
      entry += 17;
      MemorySegment data = all.asSlice(offset, elements * kind.bytesPerElement);
      sections.put(name, new Section(kind, data));
    }
    return sections;
  }
}

package leakcensus.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All parts of a file, read to their ends. */
record Parts(List<Part> parts, List<RefusedEntry> refused) {

  /** One part: its name, the bytes that came, and why no more did. */
  record Part(String name, Content content, byte[] bytes, Optional<EntryFault> broken) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static Parts of(byte[] file) throws IOException {
    return of(file, ContainerLimits.DEFAULT);
  }

  static Parts of(byte[] file, ContainerLimits limits) throws IOException {
    return of(new MemoryBytes(file), limits);
  }

  static Parts of(SeekableBytes file, ContainerLimits limits) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (PartCursor cursor = OpenContainer.open(file, limits)) {
      while (cursor.next()) {
        parts.add(read(cursor));
      }
      return new Parts(parts, cursor.refused());
    }
  }

  /** Name and text of each part. */
  List<String> texts() {
    return parts.stream().map(part -> part.name() + "=" + part.text()).toList();
  }

  List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  private static Part read(PartCursor cursor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<EntryFault> broken = Optional.empty();
    try {
      InputStream in = cursor.bytes();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
    } catch (BrokenPartException fault) {
      broken = Optional.of(fault.fault());
    }
    return new Part(cursor.name(), cursor.content(), bytes.toByteArray(), broken);
  }
}

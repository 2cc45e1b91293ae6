package leakcensus.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The file itself, as the only entry of an archive that is none. */
final class WholeFile implements EntryCursor {

  private static final int BUFFER_BYTES = 1 << 17;

  private final SeekableBytes file;
  private boolean seen;
  private Optional<InputStream> opened = Optional.empty();

  WholeFile(SeekableBytes file) {
    this.file = file;
  }

  @Override
  public boolean next() {
    boolean first = !seen;
    seen = true;
    return first;
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public boolean isFolder() {
    return false;
  }

  @Override
  public Optional<EntryFault> refusal() {
    return Optional.empty();
  }

  @Override
  public long declaredBytes() {
    return file.size();
  }

  @Override
  public InputStream open() throws IOException {
    InputStream stream = new BufferedInputStream(file.openAt(0), BUFFER_BYTES);
    opened = Optional.of(stream);
    return stream;
  }

  @Override
  public void close() throws IOException {
    if (opened.isPresent()) {
      opened.get().close();
    }
  }
}

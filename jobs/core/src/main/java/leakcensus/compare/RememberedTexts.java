package leakcensus.compare;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last texts met with what was made of them: making it takes long, and names repeat. */
final class RememberedTexts extends LinkedHashMap<String, String> {

  private static final long serialVersionUID = 1;
  private static final int REMEMBERED = 20_000;

  RememberedTexts() {
    super(1 << 10, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
    return size() > REMEMBERED;
  }

  /** The number of texts only: they are what the leak holds. */
  @Override
  public String toString() {
    return "RememberedTexts[%,d]".formatted(size());
  }
}

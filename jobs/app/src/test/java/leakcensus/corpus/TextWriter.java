package leakcensus.corpus;

import java.util.List;
import java.util.function.Function;

/**
 * A format that is text.
 *
 * @param name its name in a test
 * @param settings the lines of its configuration
 * @param text writes it
 */
record TextWriter(
    String name, Function<People, List<String>> settings, Function<People, String> text)
    implements RecordWriter {

  static TextWriter of(String name, String setting, Function<People, String> text) {
    return new TextWriter(name, people -> List.of(setting), text);
  }

  @Override
  public List<String> settings(People people) {
    return settings.apply(people);
  }

  @Override
  public byte[] write(People people, TextEncoding encoding) {
    return encoding.bytes(text.apply(people));
  }
}

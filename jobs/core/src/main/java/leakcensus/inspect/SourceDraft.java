package leakcensus.inspect;

import java.util.List;
import java.util.Optional;
import leakcensus.config.ConfigReader;
import leakcensus.config.InputException;
import leakcensus.config.LoadedConfig;
import leakcensus.source.Source;

/**
 * The text of a source for a configuration file, as far as it can be proposed.
 *
 * @param name name of the source
 * @param text the block, from {@code leak-census.sources.} to its closing brace; it names columns,
 *     and files as given, and holds no value
 * @param leftOutColumns columns whose names look like values and stand nowhere in the text: the
 *     file may have no header line
 * @param isComplete whether the text is a source as it stands; where no column is a person's for
 *     sure, a field is still to be named
 */
public record SourceDraft(String name, String text, int leftOutColumns, boolean isComplete) {

  /**
   * The source as the census reads it.
   *
   * @throws InputException if the configuration's own reader refuses the text
   */
  public Source read() {
    String block = text.substring(ProposeSource.BEGIN.length() + name.length());
    LoadedConfig loaded =
        LoadedConfig.load(Optional.empty(), List.of("sources." + name + "=" + block.strip()));
    return ConfigReader.read(loaded).sources().get(0);
  }
}

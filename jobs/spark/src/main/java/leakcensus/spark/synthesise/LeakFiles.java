package leakcensus.spark.synthesise;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import leakcensus.synthetic.SyntheticKey;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;

/**
 * The files of all sources, numbered through.
 *
 * @param settings what the leak is made from
 */
record LeakFiles(SyntheticSettings settings) implements Serializable {

  int count() {
    return settings.sources().stream().mapToInt(SyntheticSource::files).sum();
  }

  int number(SyntheticKey key) {
    return first(key.source()) + key.file(settings.sources().get(key.source()).files());
  }

  /** The source, by its place in the settings, that a file belongs to. */
  int source(int file) {
    int source = 0;
    while (first(source + 1) <= file) {
      source++;
    }
    return source;
  }

  String path(int file) {
    int source = source(file);
    return settings.sources().get(source).path(file - first(source));
  }

  List<Integer> all() {
    List<Integer> files = new ArrayList<>();
    for (int file = 0; file < count(); file++) {
      files.add(file);
    }
    return files;
  }

  private int first(int source) {
    int first = 0;
    for (int i = 0; i < source; i++) {
      first += settings.sources().get(i).files();
    }
    return first;
  }
}

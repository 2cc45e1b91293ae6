package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.config.InputException;
import leakcensus.night.NightFile;
import org.apache.hadoop.conf.Configuration;

/**
 * Puts the files that are new behind those that earlier nights have counted. A file that was
 * counted and is gone stays counted; one that has changed since is refused, since what was counted
 * of it cannot be taken back.
 */
public final class AddFiles {

  private final Configuration hadoop;

  /** Looks at files through file systems of this configuration. */
  public AddFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * All files, the earlier ones under their old numbers.
   *
   * @throws InputException if a file that was counted has changed
   */
  public InputFiles add(List<NightFile> earlier, InputFiles listed) {
    Map<List<Object>, InputFile> unseen = new LinkedHashMap<>();
    listed.files().forEach(file -> unseen.put(place(file), file));
    List<InputFile> all = new ArrayList<>();
    List<InputFile> stillThere = new ArrayList<>();
    for (NightFile counted : earlier) {
      InputFile file = file(all.size(), counted);
      all.add(file);
      InputFile there = unseen.remove(place(file));
      if (there != null) {
        requireUnchanged(counted, file.id(), there);
        stillThere.add(file);
      }
    }
    all.addAll(withDuplicates(stillThere, unseen.values().stream().toList(), all.size()));
    return new InputFiles(all);
  }

  /**
   * What a night says of all its files, those before it included.
   *
   * @param earlier what the night before has said
   * @param added files of this night, as old as they were before they were read: a record that came
   *     later must not pass for counted
   */
  public static List<NightFile> counted(List<NightFile> earlier, InputFiles added) {
    List<NightFile> counted = new ArrayList<>(earlier);
    for (InputFile file : added.files()) {
      counted.add(
          new NightFile(
              file.source(),
              file.path(),
              file.parts(),
              file.bytes(),
              file.modified(),
              file.compression().name(),
              file.duplicateOf()));
    }
    return counted;
  }

  /** The new files under their numbers, each copy marked: also of files of earlier nights. */
  private List<InputFile> withDuplicates(
      List<InputFile> stillThere, List<InputFile> added, int firstNumber) {
    List<InputFile> compared = new ArrayList<>(stillThere);
    for (InputFile file : added) {
      int number = firstNumber + compared.size() - stillThere.size();
      compared.add(file.numbered(number));
    }
    List<InputFile> marked = MarkDuplicates.mark(new InputFiles(compared), hadoop).files();
    return marked.subList(stillThere.size(), marked.size());
  }

  private void requireUnchanged(NightFile counted, int id, InputFile there) {
    if (counted.bytes() != there.bytes() || counted.modified() != there.modified()) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot add to earlier nights: file %d has changed since it was counted (%,d bytes then, %,d now). Bring new records in new files, or count all anew in another output.path."
              .formatted(id, counted.bytes(), there.bytes()));
    }
  }

  private static InputFile file(int id, NightFile counted) {
    return new InputFile(
        id,
        counted.source(),
        counted.path(),
        counted.parts(),
        counted.bytes(),
        counted.modified(),
        FilePacking.valueOf(counted.packing()),
        counted.duplicateOf());
  }

  private static List<Object> place(InputFile file) {
    return List.of(file.source(), file.location());
  }
}

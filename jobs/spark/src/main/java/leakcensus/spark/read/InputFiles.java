package leakcensus.spark.read;

import java.util.List;

/**
 * The files of a sample. Their paths stay here on the driver, and reach a task as {@link TaskRows}
 * only; everything else names them by number.
 *
 * @param files files by number; the first one is file 0, but in a list of files from another on
 */
public record InputFiles(List<InputFile> files) {

  public InputFiles {
    files = List.copyOf(files);
  }

  /** The file of a number. */
  public InputFile file(int fileId) {
    return files.get(fileId - files.get(0).id());
  }

  /** The files from a number on; they keep their numbers. */
  public InputFiles from(int fileId) {
    return new InputFiles(files.subList(fileId, files.size()));
  }

  @Override
  public String toString() {
    return "InputFiles[%d files]".formatted(files.size());
  }
}

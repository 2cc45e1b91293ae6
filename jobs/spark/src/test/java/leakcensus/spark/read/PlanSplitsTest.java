package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSplitsTest {

  private static final long MEGABYTE = 1 << 20;
  private static final List<Source> SOURCES =
      List.of(source(new RecordFormat.JsonLines()), source(new RecordFormat.ParquetRows()));

  @Test
  void cutsAFileIntoSplitsThatCoverEachByteOnce() {
    List<Split> splits = flat(plan(List.of(file(0, 0, 10_500, FilePacking.NONE)), 4_000));

    assertThat(splits)
        .containsExactly(
            new Split(0, 0, 0, 4_000),
            new Split(0, 0, 4_000, 8_000),
            new Split(0, 0, 8_000, 10_500));
  }

  @Test
  void readsAPackedFileWholeWhateverIsInIt() {
    List<Split> splits =
        flat(
            plan(
                List.of(file(0, 0, 10_000, FilePacking.GZIP), file(1, 1, 10_000, FilePacking.GZIP)),
                6_000));

    assertThat(splits)
        .containsExactly(new Split(0, 0, 0, Long.MAX_VALUE), new Split(1, 1, 0, Long.MAX_VALUE));
  }

  @Test
  void leavesOutEmptyFilesAndCopies() {
    List<InputFile> files =
        List.of(
            file(0, 0, 0, FilePacking.NONE),
            file(1, 0, 50, FilePacking.NONE),
            new InputFile(2, 0, "file:/c", new FileStamp(50, 0), FilePacking.NONE, 1));

    assertThat(flat(plan(files, 6_000))).containsExactly(new Split(0, 1, 0, 50));
    assertThat(plan(List.of(), 6_000)).isEmpty();
  }

  @Test
  void packsSmallFilesTogetherAndNoMoreThanOpeningThemIsWorth() {
    List<InputFile> files = new ArrayList<>();
    for (int id = 0; id < 100; id++) {
      files.add(file(id, 0, 1_000, FilePacking.NONE));
    }

    List<List<Split>> tasks = plan(files, 9 * MEGABYTE);

    assertThat(flat(tasks)).hasSize(100);
    assertThat(tasks).hasSize(12).allMatch(task -> task.size() <= 9);
  }

  @Test
  void doesNotPutEverythingBehindACompressedFileIntoItsTask() {
    List<InputFile> files = new ArrayList<>();
    for (int id = 0; id < 10; id++) {
      files.add(file(id, 0, 40 * MEGABYTE, id == 2 ? FilePacking.GZIP : FilePacking.NONE));
    }

    List<List<Split>> tasks = plan(files, 32 * MEGABYTE);

    assertThat(flat(tasks)).hasSize(19);
    assertThat(tasks).hasSizeGreaterThanOrEqualTo(10);
    assertThat(tasks)
        .filteredOn(task -> task.stream().anyMatch(split -> split.fileId() == 2))
        .singleElement()
        .satisfies(task -> assertThat(task).hasSize(1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void coversEachByteOnceAndBoundsTheTasks(long seed) {
    Random random = new Random(seed);
    List<InputFile> files = new ArrayList<>();
    for (int id = 0; id < 50; id++) {
      files.add(file(id, random.nextInt(2), random.nextInt(60_000_000), FilePacking.NONE));
    }
    long splitBytes = 1_024 + random.nextInt(20_000_000);

    List<List<Split>> tasks = plan(files, splitBytes);

    for (InputFile file : files) {
      long next = 0;
      for (Split split : flat(tasks)) {
        if (split.fileId() == file.id()) {
          assertThat(split.source()).isEqualTo(file.source());
          assertThat(split.start()).isEqualTo(next);
          assertThat(split.end() - split.start()).isBetween(1L, splitBytes);
          next = split.end();
        }
      }
      assertThat(next).isEqualTo(file.bytes());
    }
    for (List<Split> task : tasks) {
      long bytes = task.stream().mapToLong(split -> split.end() - split.start()).sum();
      assertThat(task).isNotEmpty();
      assertThat(bytes + (task.size() - 1) * MEGABYTE).isLessThanOrEqualTo(splitBytes);
    }
  }

  @Test
  void knowsHowManyBytesOfTheFilesEachTaskReads() {
    InputFiles files =
        new InputFiles(
            List.of(
                file(0, 0, 10_500, FilePacking.NONE),
                file(1, 0, 0, FilePacking.NONE),
                file(2, 0, 700, FilePacking.GZIP),
                new InputFile(3, 0, "file:/c", new FileStamp(10_500, 0), FilePacking.NONE, 0)));

    List<List<Split>> tasks = PlanSplits.plan(files, SOURCES, 4_000);

    assertThat(PlanSplits.bytes(files, BlockIndexes.none(), tasks))
        .containsExactly(4_000L, 4_000L, 2_500L, 700L);
  }

  private static List<List<Split>> plan(List<InputFile> files, long splitBytes) {
    return PlanSplits.plan(new InputFiles(files), SOURCES, splitBytes);
  }

  private static List<Split> flat(List<List<Split>> tasks) {
    return tasks.stream().flatMap(List::stream).toList();
  }

  private static InputFile file(int id, int source, long bytes, FilePacking compression) {
    return new InputFile(id, source, "file:/f" + id, new FileStamp(bytes, 0), compression, id);
  }

  private static Source source(RecordFormat format) {
    return new Source(
        format.key(),
        List.of("/leak"),
        format,
        "UTF-8",
        List.of(Slot.of("holder", Map.of(PersonField.PHONE, List.of("tel")))),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
  }
}

package leakcensus.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.source.RecordFault;

/** Tables of one layout, which become one source. */
public final class LayoutGroup {

  private record Member(FileLook file, String part) {}

  private final List<Member> members = new ArrayList<>();
  private final SortedMap<String, List<Integer>> confidenceByCharset = new TreeMap<>();
  private final Map<RecordFault, Long> broken = new EnumMap<>(RecordFault.class);
  private final SampleRecords sample;
  private Layout layout;
  private long records;
  private double estimatedRecords;
  private boolean all = true;

  LayoutGroup(Layout layout) {
    this.layout = layout;
    sample = new SampleRecords(layout.named() ? layout.columns() : unknown(layout));
  }

  /** Of a column without a name the name says nothing, so it is not looked at. */
  private static List<String> unknown(Layout layout) {
    return Collections.nCopies(layout.columns().size(), "");
  }

  void add(FileLook file, TableLook table) {
    members.add(new Member(file, table.part()));
    widen(table.layout());
    int[] places = table.layout().columns().stream().mapToInt(layout.columns()::indexOf).toArray();
    sample.addAll(table.sample(), places);
    table
        .charset()
        .ifPresent(
            found ->
                confidenceByCharset
                    .computeIfAbsent(found.charset().toString(), name -> new ArrayList<>())
                    .add(found.confidencePercent()));
    RecordsSeen seen = table.seen();
    records += seen.records();
    estimatedRecords += seen.estimated();
    all &= seen.isAll();
    seen.broken().forEach((fault, count) -> broken.merge(fault, count, Long::sum));
  }

  private void widen(Layout other) {
    int before = layout.columns().size();
    layout = layout.widenedBy(other);
    sample.widen(layout.columns().subList(before, layout.columns().size()));
  }

  /** The layout, of JSON with the keys of all files. */
  public Layout layout() {
    return layout;
  }

  /** Numbers of its files, each once, in order. */
  public List<Integer> files() {
    return members.stream().map(member -> member.file().number()).distinct().sorted().toList();
  }

  /** Bytes of its files as stored, those of a packed file that other groups share too. */
  public long bytes() {
    return members.stream().map(Member::file).distinct().mapToLong(FileLook::bytes).sum();
  }

  /** Largest file that one task must unpack, in bytes as stored. */
  public long largestPackedBytes() {
    return members.stream()
        .map(Member::file)
        .filter(FileLook::isPacked)
        .mapToLong(FileLook::bytes)
        .max()
        .orElse(0);
  }

  /** Records that were read. */
  public long records() {
    return records;
  }

  /** Records in all, an estimate unless {@link #isAll}. */
  public double estimatedRecords() {
    return estimatedRecords;
  }

  /** Whether all of it was read. */
  public boolean isAll() {
    return all;
  }

  /** Records read that would be in quarantine, by what is wrong. */
  public Map<RecordFault, Long> broken() {
    return Collections.unmodifiableMap(broken);
  }

  /** Names of the charsets found, with the least confidence of each, in percent. */
  public SortedMap<String, Integer> charsets() {
    SortedMap<String, Integer> least = new TreeMap<>();
    confidenceByCharset.forEach((name, found) -> least.put(name, Collections.min(found)));
    return least;
  }

  /** How many files have a charset. */
  public int filesOf(String charset) {
    return Optional.ofNullable(confidenceByCharset.get(charset)).map(List::size).orElse(0);
  }

  SampleRecords sample() {
    return sample;
  }

  /** The entries that a configuration names it by. */
  List<String> entries() {
    List<String> entries = new ArrayList<>();
    for (FileLook file : members.stream().map(Member::file).distinct().toList()) {
      List<String> parts =
          members.stream()
              .filter(member -> member.file() == file)
              .map(Member::part)
              .distinct()
              .toList();
      entries.addAll(NameParts.of(file, parts));
    }
    return entries;
  }
}

package leakcensus.spark.read.inspect;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import leakcensus.container.ContainerLimits;
import leakcensus.container.Content;
import leakcensus.container.EntryFault;
import leakcensus.container.OpenContainer;
import leakcensus.container.PartCursor;
import leakcensus.container.SeekableBytes;
import leakcensus.container.Sniff;
import leakcensus.inspect.FileLook;
import leakcensus.inspect.LeftOut;
import leakcensus.spark.read.FilePacking;
import leakcensus.spark.read.HadoopBytes;
import leakcensus.spark.read.HeldInputFile;
import leakcensus.spark.read.PartInputStream;
import leakcensus.spark.read.SampleFileSystem;
import leakcensus.spark.read.UnreadablePartException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Looks into one file: how it is packed, and what its parts are. */
final class LookIntoFile {

  private final Configuration hadoop;
  private final ProbeSettings settings;

  LookIntoFile(Configuration hadoop, ProbeSettings settings) {
    this.hadoop = hadoop;
    this.settings = settings;
  }

  /** Looks into a file; one that cannot be read is left out and ends nothing. */
  FileLook look(FoundFile file) {
    Findings findings = new Findings();
    FilePacking packing = FilePacking.NONE;
    try (HadoopBytes bytes = HadoopBytes.open(new Path(file.path()), hadoop)) {
      byte[] head = new byte[(int) Math.min(Sniff.HEAD_BYTES, bytes.size())];
      int read = Math.max(0, bytes.readAt(0, head, 0, head.length));
      packing = FilePacking.of(Arrays.copyOf(head, read));
      if (packing == FilePacking.NONE && Sniff.of(head).content() == Content.PARQUET) {
        lookAtParquet(file, findings);
      } else {
        lookAtParts(bytes, findings);
      }
    } catch (IOException | RuntimeException fault) {
      // Messages of readers quote what they read, so they end here.
      findings.leaveOut("", LeftOut.UNREADABLE);
    }
    return new FileLook(
        file.number(),
        file.name(),
        file.bytes(),
        packing.key(),
        findings.tables(),
        findings.leftOut());
  }

  private void lookAtParquet(FoundFile file, Findings findings) throws IOException {
    Path path = new Path(file.path());
    // Prepares the file system that the next line finds in Hadoop's cache.
    SampleFileSystem.of(path, hadoop);
    new LookAtParquet(settings).look("", HadoopInputFile.fromPath(path, hadoop), findings);
  }

  private void lookAtParts(HadoopBytes bytes, Findings findings) throws IOException {
    Map<EntryFault, Long> told = new EnumMap<>(EntryFault.class);
    try (PartCursor parts = OpenContainer.open(bytes, ContainerLimits.DEFAULT)) {
      while (parts.next()) {
        tellRefused(parts, told, findings);
        try {
          lookAtPart(parts, bytes.size(), findings);
        } catch (UnreadablePartException | RuntimeException fault) {
          // Of this part alone; the message quotes what was read, so it ends here.
          findings.leaveOut(parts.name(), LeftOut.UNREADABLE);
        }
      }
      tellRefused(parts, told, findings);
    }
  }

  private void lookAtPart(PartCursor parts, long fileBytes, Findings findings) throws IOException {
    String part = parts.name();
    PartInputStream in = new PartInputStream(parts.bytes());
    switch (parts.content()) {
      case UNKNOWN ->
          new LookAtText(settings)
              .look(part, in, part.isEmpty() ? fileBytes : 0, parts::bytesRead, findings);
      case OFFICE_XML -> new LookAtWorkbook(settings).look(part, in, findings);
      case PARQUET -> {
        // What is too large to be held is told among what is refused.
        Optional<SeekableBytes> held = parts.hold();
        if (held.isPresent()) {
          lookAtHeld(part, held.get(), findings);
        }
      }
      default -> findings.leaveOut(part, LeftOut.of(parts.content()));
    }
  }

  private void lookAtHeld(String part, SeekableBytes held, Findings findings)
      throws UnreadablePartException {
    try {
      new LookAtParquet(settings).look(part, new HeldInputFile(held), findings);
    } catch (IOException damaged) {
      // Bytes in memory can be read, so it is their content; the message may quote it.
      throw new UnreadablePartException("Cannot read a packed part as Parquet");
    }
  }

  private static void tellRefused(PartCursor parts, Map<EntryFault, Long> told, Findings findings) {
    for (EntryFault fault : EntryFault.values()) {
      long before = told.getOrDefault(fault, 0L);
      long now = parts.refused(fault);
      if (now > before) {
        findings.leaveOut("", LeftOut.of(fault), now - before);
        told.put(fault, now);
      }
    }
  }
}

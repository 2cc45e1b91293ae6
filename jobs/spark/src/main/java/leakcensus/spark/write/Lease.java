package leakcensus.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.ipc.RemoteException;

/**
 * Holds an output folder for one run at a time.
 *
 * <p>Leases are numbered files in the folder {@code lease}; the highest number counts. A run takes
 * a lease by making the file of the next number, which of several runs only one can; nothing is
 * ever taken by removing a file, since two runs could both do that. A lease is renewed while its
 * run lives and runs out when it does not. Where there is no space left to write that it ends, its
 * file is renamed, which takes none.
 *
 * <p>Whether a file can be made by one run alone rests on the file system: local disks and HDFS see
 * to it, of object stores only those whose client asks the store for it.
 */
public final class Lease implements AutoCloseable {

  /** How long a lease lasts without being renewed. */
  public static final Duration TERM = Duration.ofSeconds(120);

  private static final Duration RENEWAL = Duration.ofSeconds(30);

  /** Folder of the leases, under the output. */
  static final String FOLDER = "lease";

  private static final String ENDED = ".ended";
  private static final Pattern NAME = Pattern.compile("\\d{9}\\.(?:json|ended)");

  private final OutputFiles output;
  private final Clock clock;
  private final long number;
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(Lease::daemon);
  private LeaseTerm term;
  private Exception missed;

  private Lease(OutputFiles output, Clock clock, long number, LeaseTerm term) {
    this.output = output;
    this.clock = clock;
    this.number = number;
    this.term = term;
  }

  /**
   * Takes the lease of an output folder.
   *
   * @param output the folder
   * @param runId run that takes it
   * @param clock tells the time; clocks of machines that share an output must agree to seconds
   * @throws LeasedException if another run holds it
   * @throws IOException if the folder cannot be written
   */
  public static Lease take(OutputFiles output, String runId, Clock clock) throws IOException {
    Instant now = clock.instant();
    long last = highest(output);
    if (last > 0) {
      LeaseTerm before = read(output, last, now);
      if (before.isLive(now)) {
        throw new LeasedException(before);
      }
    }
    LeaseTerm term = new LeaseTerm(runId, now, now.plus(TERM));
    long own = last + 1;
    if (!create(output, file(output, own), term.json()) || highest(output) != own) {
      throw new LeasedException(read(output, highest(output), now));
    }
    removeBefore(output, own);
    Lease lease = new Lease(output, clock, own, term);
    lease.renewals.scheduleWithFixedDelay(
        lease::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    return lease;
  }

  /**
   * Makes sure that no other run has taken the folder meanwhile, as one may where this one slept
   * for longer than its lease, and renews the lease.
   *
   * @throws LeasedException if another run has
   * @throws IOException if the lease cannot be renewed
   */
  public void requireHeld() throws IOException {
    synchronized (this) {
      requireHighest();
      term = term.until(clock.instant().plus(TERM));
      write();
      // Another run that saw the lease run out may have made the next one before it was renewed.
      requireHighest();
    }
  }

  /** Gives the lease back. */
  @Override
  public void close() throws IOException {
    renewals.shutdownNow();
    synchronized (this) {
      if (highest(output) == number) {
        term = term.until(clock.instant());
        try {
          write();
        } catch (IOException fault) {
          end(output, file(output, number), fault);
        }
      }
    }
  }

  /** Lengthens the lease, unless another run has it. */
  void renew() {
    try {
      synchronized (this) {
        if (!renewals.isShutdown() && highest(output) == number) {
          term = term.until(clock.instant().plus(TERM));
          write();
        }
      }
    } catch (IOException | RuntimeException fault) {
      // Tried again by the next renewal. If another run takes the lease meanwhile, this is why.
      missed = fault;
    }
  }

  private void requireHighest() throws IOException {
    long highest = highest(output);
    if (highest != number) {
      LeasedException lost = new LeasedException(read(output, highest, clock.instant()));
      if (missed != null) {
        lost.addSuppressed(missed);
      }
      throw lost;
    }
  }

  private void write() throws IOException {
    output.publish(file(output, number), term.json(), term.runId());
  }

  private static Path file(OutputFiles output, long number) {
    return new Path(new Path(output.output(), FOLDER), "%09d.json".formatted(number));
  }

  /** A lease that cannot be read, since its run died while writing it, ends like any other. */
  private static LeaseTerm read(OutputFiles output, long number, Instant now) throws IOException {
    Path file = file(output, number);
    try {
      Instant written =
          Instant.ofEpochMilli(output.files().getFileStatus(file).getModificationTime());
      return LeaseTerm.parse(output.read(file).orElse(""), written.plus(TERM));
    } catch (FileNotFoundException moved) {
      // Or removed by the run that holds the next one.
      boolean isEnded = output.files().exists(ended(file));
      return LeaseTerm.unknown(isEnded ? now : now.plus(TERM));
    }
  }

  private static long highest(OutputFiles output) throws IOException {
    return Arrays.stream(list(output))
        .map(found -> found.getPath().getName())
        .filter(name -> NAME.matcher(name).matches())
        .mapToLong(name -> Long.parseLong(name.substring(0, 9)))
        .max()
        .orElse(0);
  }

  private static FileStatus[] list(OutputFiles output) throws IOException {
    try {
      return output.files().listStatus(new Path(output.output(), FOLDER));
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }

  private static void removeBefore(OutputFiles output, long number) throws IOException {
    String own = file(output, number).getName();
    for (FileStatus found : list(output)) {
      String name = found.getPath().getName();
      if (NAME.matcher(name).matches() && name.compareTo(own) < 0) {
        output.files().delete(found.getPath(), false);
      }
    }
  }

  /** Whether this call has made the file; of several at a time one does. */
  private static boolean create(OutputFiles output, Path file, String text) throws IOException {
    output.files().mkdirs(file.getParent());
    Optional<OutputStream> made = make(output, file);
    if (made.isEmpty()) {
      return false;
    }
    try (OutputStream out = made.get()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException fault) {
      end(output, file, fault);
      throw fault;
    }
  }

  private static Optional<OutputStream> make(OutputFiles output, Path file) throws IOException {
    try {
      // Hadoop's local file system looks first and writes then, which two runs can do at a time.
      return Optional.of(
          output.isLocal()
              ? Files.newOutputStream(
                  java.nio.file.Path.of(file.toUri().getPath()), StandardOpenOption.CREATE_NEW)
              : output.files().create(file, false));
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException taken) {
      return Optional.empty();
    } catch (RemoteException refused) {
      // While another run still writes the file, HDFS does not say that it is there.
      if (output.files().exists(file)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * Ends a lease without a word, since there is no space for one.
   *
   * @throws IOException the fault that has kept it from being written, if it cannot be renamed
   *     either
   */
  private static void end(OutputFiles output, Path file, IOException fault) throws IOException {
    try {
      if (output.files().rename(file, ended(file))) {
        return;
      }
    } catch (IOException second) {
      fault.addSuppressed(second);
    }
    throw fault;
  }

  private static Path ended(Path file) {
    return new Path(file.getParent(), file.getName().replace(".json", ENDED));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lease");
    thread.setDaemon(true);
    return thread;
  }
}

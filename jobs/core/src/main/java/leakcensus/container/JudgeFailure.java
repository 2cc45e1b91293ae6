package leakcensus.container;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Tells what the failure of a decoder means: a failure of the file below it, or a fault of the
 * content.
 *
 * <p>Decoders also throw unchecked exceptions on hostile input; those are faults of the content.
 */
final class JudgeFailure {

  private JudgeFailure() {}

  static IOException of(Exception fault, Below below) {
    if (fault instanceof BrokenPartException known) {
      return known;
    }
    return below.failure().orElseGet(() -> new BrokenPartException(content(fault, below)));
  }

  private static EntryFault content(Exception fault, Below below) {
    if (fault instanceof MemoryLimitException
        || fault instanceof org.tukaani.xz.MemoryLimitException
        || isLargeWindow(fault)) {
      return EntryFault.NEEDS_MEMORY;
    }
    if (fault instanceof PasswordRequiredException) {
      return EntryFault.ENCRYPTED;
    }
    if (fault instanceof UnsupportedZipFeatureException
        || fault instanceof UnsupportedOptionsException) {
      return EntryFault.UNSUPPORTED_METHOD;
    }
    return fault instanceof EOFException || below.ended()
        ? EntryFault.TRUNCATED
        : EntryFault.CORRUPT;
  }

  private static boolean isLargeWindow(Exception fault) {
    return fault instanceof ZstdException zstd
        && Math.abs(zstd.getErrorCode()) == Zstd.errFrameParameterWindowTooLarge();
  }
}

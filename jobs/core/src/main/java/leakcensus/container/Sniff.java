package leakcensus.container;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the first bytes of a stream tell.
 *
 * <p>At most one of the three is known. Errors: text that begins like one of the magic numbers is
 * taken for it; they are long enough, or checked further, that no text does by chance. An archive
 * behind other bytes, such as one that unpacks itself, is not found.
 *
 * <p>Sources: RFC 1952; RFC 8878; the xz file format 1.2.1; PKWARE APPNOTE 6.3.10; POSIX pax; the
 * format descriptions of 7-Zip and bzip2; the magic numbers of file(1) for the rest.
 *
 * @param compression how it is compressed
 * @param archive which archive it is
 * @param content what else it is
 */
public record Sniff(Compression compression, Archive archive, Content content) {

  /** How many first bytes are looked at. */
  public static final int HEAD_BYTES = 1024;

  private record Magic(String bytes, int offset) {

    boolean matches(byte[] head) {
      if (head.length < offset + bytes.length()) {
        return false;
      }
      for (int i = 0; i < bytes.length(); i++) {
        if ((head[offset + i] & 0xFF) != bytes.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Known(Content content, List<Magic> magic) {}

  private static final int TAR_HEADER_BYTES = 512;
  private static final int TAR_CHECKSUM_OFFSET = 148;
  private static final int TAR_CHECKSUM_BYTES = 8;
  private static final int ZIP_NAME_OFFSET = 30;

  private static final List<Known> KNOWN =
      List.of(
          known(Content.PDF, at(0, "%PDF-")),
          known(Content.IMAGE, at(0, "\u0089PNG\r\n\u001A\n")),
          known(Content.IMAGE, at(0, "\u00FF\u00D8\u00FF")),
          known(Content.IMAGE, at(0, "GIF87a")),
          known(Content.IMAGE, at(0, "GIF89a")),
          known(Content.IMAGE, at(0, "II*\0")),
          known(Content.IMAGE, at(0, "MM\0*")),
          known(Content.IMAGE, at(0, "BM"), at(6, "\0\0\0\0")),
          known(Content.IMAGE, at(0, "RIFF"), at(8, "WEBP")),
          known(Content.MEDIA, at(0, "RIFF"), at(8, "WAVE")),
          known(Content.MEDIA, at(0, "RIFF"), at(8, "AVI ")),
          known(Content.MEDIA, at(0, "\0\0"), at(4, "ftyp")),
          known(Content.MEDIA, at(0, "OggS\0")),
          known(Content.MEDIA, at(0, "\u001AE\u00DF\u00A3")),
          known(Content.EXECUTABLE, at(0, "\u007FELF")),
          known(Content.EXECUTABLE, at(0, "\u00CA\u00FE\u00BA\u00BE")),
          known(Content.EXECUTABLE, at(0, "\u00CF\u00FA\u00ED\u00FE")),
          known(Content.COMPOUND_FILE, at(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")),
          known(Content.PARQUET, at(0, "PAR1")),
          known(Content.PARQUET, at(0, "PARE")),
          known(Content.AVRO, at(0, "Obj\u0001")),
          known(Content.SQLITE, at(0, "SQLite format 3\0")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "Rar!\u001A\u0007")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "MSCF\0\0\0\0")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "!<arch>\n")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "\u0004\"M\u0018")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "\u001F\u009D")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "LZIP\u0001")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "\u00FF\u0006\0\0sNaPpY")),
          known(Content.UNSUPPORTED_ARCHIVE, at(0, "\u0089LZO\0\r\n\u001A\n")));

  /** Looks at the first bytes, {@link #HEAD_BYTES} of them or all where there are fewer. */
  public static Sniff of(byte[] head) {
    Compression compression = compression(head);
    if (compression != Compression.NONE) {
      return new Sniff(compression, Archive.NONE, Content.UNKNOWN);
    }
    Archive archive = archive(head);
    if (archive != Archive.NONE) {
      return new Sniff(Compression.NONE, archive, Content.UNKNOWN);
    }
    return new Sniff(Compression.NONE, Archive.NONE, content(head));
  }

  /** What a zip is by the name of its first entry, where its directory is out of reach. */
  static Content zipContent(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("[Content_Types].xml", ZIP_NAME_OFFSET)
        || start.startsWith("_rels/.rels", ZIP_NAME_OFFSET)) {
      return Content.OFFICE_XML;
    }
    return start.startsWith("mimetypeapplication/vnd.oasis.opendocument", ZIP_NAME_OFFSET)
        ? Content.OPEN_DOCUMENT
        : Content.UNKNOWN;
  }

  private static Compression compression(byte[] head) {
    if (at(0, "\u001F\u008B\b").matches(head)) {
      return Compression.GZIP;
    }
    if (at(0, "\u00FD7zXZ\0").matches(head)) {
      return Compression.XZ;
    }
    if (isBzip2(head)) {
      return Compression.BZIP2;
    }
    return ZstdFrames.startFrame(head) ? Compression.ZSTD : Compression.NONE;
  }

  private static boolean isBzip2(byte[] head) {
    boolean block = at(4, "1AY&SY").matches(head);
    boolean end = at(4, "\u0017rE8P\u0090").matches(head);
    return at(0, "BZh").matches(head) && head[3] >= '1' && head[3] <= '9' && (block || end);
  }

  private static Archive archive(byte[] head) {
    if (at(0, "PK\u0003\u0004").matches(head)
        || at(0, "PK\u0005\u0006").matches(head)
        || at(0, "PK\u0007\bPK\u0003\u0004").matches(head)) {
      return Archive.ZIP;
    }
    if (at(0, "7z\u00BC\u00AF'\u001C").matches(head)) {
      return Archive.SEVEN_ZIP;
    }
    return isTar(head) ? Archive.TAR : Archive.NONE;
  }

  /**
   * Whether the checksum of a first header is right: the only thing that all dialects share. The
   * library has this too, but throws the bytes of the header where they are no number.
   */
  private static boolean isTar(byte[] head) {
    if (head.length < TAR_HEADER_BYTES || head[0] == 0) {
      return false;
    }
    int checksumEnd = TAR_CHECKSUM_OFFSET + TAR_CHECKSUM_BYTES;
    long sum = TAR_CHECKSUM_BYTES * ' ';
    long signedSum = sum;
    for (int i = 0; i < TAR_HEADER_BYTES; i++) {
      if (i < TAR_CHECKSUM_OFFSET || i >= checksumEnd) {
        sum += head[i] & 0xFF;
        signedSum += head[i];
      }
    }
    String field =
        new String(head, TAR_CHECKSUM_OFFSET, TAR_CHECKSUM_BYTES, StandardCharsets.ISO_8859_1)
            .replace('\0', ' ')
            .strip();
    if (!field.matches("[0-7]{1,8}")) {
      return false;
    }
    long stored = Long.parseLong(field, 8);
    return stored == sum || stored == signedSum;
  }

  private static Content content(byte[] head) {
    if (isWindowsProgram(head)) {
      return Content.EXECUTABLE;
    }
    for (Known known : KNOWN) {
      if (known.magic().stream().allMatch(magic -> magic.matches(head))) {
        return known.content();
      }
    }
    return Content.UNKNOWN;
  }

  private static boolean isWindowsProgram(byte[] head) {
    if (head.length < 64 || !at(0, "MZ").matches(head)) {
      return false;
    }
    int header = head[60] & 0xFF | (head[61] & 0xFF) << 8;
    return header < head.length && at(header, "PE\0\0").matches(head);
  }

  private static Known known(Content content, Magic... magic) {
    return new Known(content, List.of(magic));
  }

  private static Magic at(int offset, String bytes) {
    return new Magic(bytes, offset);
  }
}

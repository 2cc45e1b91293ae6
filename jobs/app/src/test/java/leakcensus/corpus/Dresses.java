package leakcensus.corpus;

import static leakcensus.corpus.RecordWriters.BULK;
import static leakcensus.corpus.RecordWriters.CSV;
import static leakcensus.corpus.RecordWriters.CSV_SEMICOLON;
import static leakcensus.corpus.RecordWriters.FIXED_WIDTH;
import static leakcensus.corpus.RecordWriters.JSON_ARRAY;
import static leakcensus.corpus.RecordWriters.JSON_LINES;
import static leakcensus.corpus.RecordWriters.MONGO_LINES;
import static leakcensus.corpus.RecordWriters.MYSQL;
import static leakcensus.corpus.RecordWriters.PARQUET;
import static leakcensus.corpus.RecordWriters.PIPE;
import static leakcensus.corpus.RecordWriters.POSTGRES_COPY;
import static leakcensus.corpus.RecordWriters.POSTGRES_INSERT;
import static leakcensus.corpus.RecordWriters.SEARCH_RESPONSE;
import static leakcensus.corpus.RecordWriters.SQLITE;
import static leakcensus.corpus.RecordWriters.TEXTS;
import static leakcensus.corpus.RecordWriters.TSV;
import static leakcensus.corpus.RecordWriters.WORKBOOK;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The combinations of format, charset and container that make sense. */
final class Dresses {

  /** As the census is held against. */
  static final Dress PLAIN = Dress.of(JSON_LINES, TextEncoding.UTF_8, Packer.PLAIN);

  private static final List<Packer> PACKED =
      List.of(Packer.values()).subList(1, Packer.values().length);

  private static final List<TextEncoding> OF_BYTES =
      List.of(TextEncoding.GB18030, TextEncoding.UTF_8_MARKED, TextEncoding.GBK);

  private static final List<TextEncoding> WIDE =
      List.of(
          TextEncoding.UTF_16LE,
          TextEncoding.UTF_16LE_MARKED,
          TextEncoding.UTF_16BE,
          TextEncoding.UTF_16BE_MARKED,
          TextEncoding.UTF_32LE_MARKED);

  private Dresses() {}

  /** A few that differ in everything. */
  static List<Dress> quick() {
    return List.of(
        Dress.of(CSV_SEMICOLON, TextEncoding.GB18030, Packer.ZIP),
        Dress.of(MYSQL, TextEncoding.GBK, Packer.ZIP_IN_TAR_GZIP),
        Dress.of(POSTGRES_INSERT, TextEncoding.UTF_8_MARKED, Packer.TAR_GZIP),
        Dress.of(BULK, TextEncoding.UTF_8_MARKED, Packer.TAR),
        Dress.of(PARQUET, TextEncoding.UTF_8, Packer.PLAIN));
  }

  /** All of them. */
  static Set<Dress> all() {
    Set<Dress> all = new LinkedHashSet<>(quick());
    all.add(Dress.of(JSON_ARRAY, TextEncoding.UTF_8_MARKED, Packer.GZIP_MEMBERS));
    all.add(Dress.ofDetected(TSV, TextEncoding.UTF_16LE_MARKED, Packer.BZIP2));
    all.add(Dress.of(SEARCH_RESPONSE, TextEncoding.UTF_8, Packer.SEVEN_ZIP));
    all.add(Dress.of(MONGO_LINES, TextEncoding.UTF_8, Packer.XZ));
    all.add(Dress.of(POSTGRES_COPY, TextEncoding.UTF_8, Packer.ZSTD));
    all.add(Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.TAR));
    for (int format = 0; format < TEXTS.size(); format++) {
      RecordWriter writer = TEXTS.get(format);
      all.add(Dress.of(writer, TextEncoding.UTF_8, Packer.PLAIN));
      for (int turn = 0; turn < 2; turn++) {
        int number = 2 * format + turn;
        all.add(
            Dress.of(
                writer,
                OF_BYTES.get(number % OF_BYTES.size()),
                PACKED.get(number % PACKED.size())));
      }
    }
    for (Packer packer : PACKED) {
      all.add(Dress.of(CSV, TextEncoding.UTF_8, packer));
      all.add(Dress.of(JSON_LINES, TextEncoding.UTF_8, packer));
    }
    for (TextEncoding wide : WIDE) {
      all.add(Dress.of(CSV, wide, Packer.PLAIN));
      all.add(Dress.of(JSON_LINES, wide, Packer.PLAIN));
      all.add(Dress.of(PIPE, wide, Packer.ZIP));
    }
    all.add(Dress.ofDetected(CSV, TextEncoding.GB18030, Packer.PLAIN));
    all.add(Dress.ofDetected(MYSQL, TextEncoding.GBK, Packer.GZIP));
    all.add(Dress.ofDetected(JSON_LINES, TextEncoding.UTF_16BE_MARKED, Packer.PLAIN));
    all.add(Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.PLAIN));
    all.add(Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.ZIP));
    all.add(Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.SEVEN_ZIP));
    all.add(Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.ZIP_IN_TAR_GZIP));
    all.remove(PLAIN);
    return all;
  }

  /** Those in traditional characters, held against themselves. */
  static List<Dress> traditional() {
    return List.of(
        Dress.of(CSV, TextEncoding.BIG5, Packer.PLAIN),
        Dress.of(JSON_ARRAY, TextEncoding.BIG5, Packer.ZIP),
        Dress.of(MYSQL, TextEncoding.BIG5, Packer.TAR_GZIP),
        Dress.of(POSTGRES_COPY, TextEncoding.BIG5, Packer.GZIP),
        Dress.of(FIXED_WIDTH, TextEncoding.BIG5, Packer.SEVEN_ZIP),
        Dress.ofDetected(CSV, TextEncoding.BIG5, Packer.PLAIN),
        Dress.of(CSV, TextEncoding.GB18030, Packer.PLAIN));
  }

  /** Those that are counted by matching too. */
  static List<Dress> matched() {
    return List.of(
        Dress.of(CSV, TextEncoding.GB18030, Packer.ZIP),
        Dress.of(SEARCH_RESPONSE, TextEncoding.UTF_8, Packer.TAR_GZIP),
        Dress.of(SQLITE, TextEncoding.GBK, Packer.BZIP2),
        Dress.of(WORKBOOK, TextEncoding.UTF_8, Packer.PLAIN));
  }
}

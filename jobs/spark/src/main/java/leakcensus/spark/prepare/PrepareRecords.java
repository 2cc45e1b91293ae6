package leakcensus.spark.prepare;

import java.util.ArrayList;
import java.util.List;
import leakcensus.link.ResolveMethod;
import leakcensus.person.MentionBlock;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.RecordCursor;
import leakcensus.source.Source;
import leakcensus.source.Split;
import org.apache.spark.sql.Row;

/**
 * Turns records into mentions: maps, normalises, validates and hashes.
 *
 * <p>Every value becomes a message of a batch, which is hashed after some hundred records. Values
 * live until then, in memory only; those that repeat in a field, mentions to plant copies of and
 * numbers of some ids until their block is sealed.
 */
final class PrepareRecords {

  private static final int BLOCK_MENTIONS = 1 << 14;

  /** So that what is remembered of records of many megabytes is forgotten before they are many. */
  private static final int BLOCK_VALUE_BYTES = 1 << 25;

  /** As much as lies in a near cache until it is hashed. */
  private static final int BATCH_VALUE_BYTES = 1 << 17;

  private final List<PrepareSource> sources = new ArrayList<>();
  private final MentionBlock mentions = new MentionBlock(BLOCK_MENTIONS);
  private final PendingTokens tokens;
  private final PendingSignatures signatures;
  private final PendingSigns signs;

  /** Bytes of values hashed since the last {@link #clear}. */
  private long hashedBytes;

  PrepareRecords(List<Source> sources, TokenKey key, ResolveMethod method, double plantedRatio) {
    tokens = new PendingTokens(key);
    signatures = new PendingSignatures(method, key, plantedRatio);
    signs = new PendingSigns(sources.size(), key);
    for (int index = 0; index < sources.size(); index++) {
      this.sources.add(new PrepareSource(index, sources.get(index)));
    }
  }

  /** Adds the mentions of the record that a cursor stands on. */
  void prepare(Split split, RecordCursor record) {
    sources
        .get(split.source())
        .prepare(split.fileId(), record, mentions, tokens, signatures, signs);
    if (tokens.valueBytes() >= BATCH_VALUE_BYTES) {
      hash();
    }
  }

  /** Whether the mentions since the last {@link #clear} are to be sealed now. */
  boolean isFull() {
    return mentions.size() >= BLOCK_MENTIONS || hashedBytes >= BLOCK_VALUE_BYTES;
  }

  /** All mentions since the last {@link #clear}, with their tokens. */
  MentionBlock seal() {
    hash();
    return mentions;
  }

  /** Blocks of the signatures of the sealed mentions. */
  List<Row> signatureRows(int buckets) {
    return signatures.rows(mentions, buckets);
  }

  /** Counts of the copies planted of sealed mentions. */
  List<Row> plantedRows() {
    return signatures.plantedRows(mentions);
  }

  /** Counts of signs, and hidden sequence numbers by bucket, since the last call. */
  List<Row> signRows(int buckets) {
    return signs.takeRows(buckets);
  }

  /** Forgets all mentions and values. */
  void clear() {
    mentions.clear();
    tokens.clear();
    hashedBytes = 0;
    signatures.clear();
    sources.forEach(PrepareSource::clear);
  }

  private void hash() {
    hashedBytes += tokens.valueBytes();
    tokens.seal(mentions);
    tokens.clear();
  }
}

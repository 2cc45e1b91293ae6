package leakcensus.person;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A set of mentions, column by column: all that later stages know of a place where a person stands
 * in a record. It holds keyed tokens and coarse facts, never a value.
 *
 * <p>Rows are appended one by one; a token is 0 where the field has no content. About 100 bytes a
 * mention when encoded. Not thread-safe.
 */
public final class MentionBlock {

  private static final int LEAD = 1;
  private static final int MAPPED = 2;
  private static final int ORGANISATION = 4;

  /** Beside the fields of an encoded block: some mention has further values. */
  private static final long HAS_FURTHER = Long.MIN_VALUE;

  private int size;
  private int[] fileIds;
  private long[] positions;
  private byte[] sources;
  private byte[] slots;
  private byte[] flags;
  private byte[] idSteps;
  private int[] places;
  private byte[] sexes;
  private short[] birthYears;
  private long[] presence;
  private long[] validity;
  private long[] exactTokens;
  private long[] contentTokens;
  private final long[][] fieldTokens = new long[PersonField.COUNT][];
  private final FurtherTokens further = new FurtherTokens();

  /** An empty block with room for some mentions; it grows as needed. */
  public MentionBlock(int capacity) {
    allocate(Math.max(capacity, 1));
  }

  /** The mentions of some encoded blocks, with room for no more: growing would copy them. */
  public static MentionBlock of(List<byte[]> blocks) {
    int size = 0;
    for (byte[] block : blocks) {
      size = Math.addExact(size, size(block));
    }
    MentionBlock mentions = new MentionBlock(size);
    blocks.forEach(mentions::appendEncoded);
    return mentions;
  }

  private static int size(byte[] encoded) {
    return ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /**
   * Appends a mention without content.
   *
   * @param source index of the source, 0 to 63
   * @param fileId number of the file
   * @param position byte offset of the record in its file, or its row number
   * @param slot index of the slot in the record
   * @return the row of the mention in this block
   */
  public int append(int source, int fileId, long position, int slot) {
    if (size == fileIds.length) {
      allocate(2 * size);
    }
    int row = size++;
    sources[row] = (byte) source;
    fileIds[row] = fileId;
    positions[row] = position;
    slots[row] = (byte) slot;
    return row;
  }

  /** Marks the mention that stands for its whole record in counts of records. */
  public void markLead(int row) {
    flags[row] |= LEAD;
  }

  /** Marks a mention whose record has at least one of the columns that its source maps. */
  public void markMapped(int row) {
    flags[row] |= MAPPED;
  }

  /** Marks a mention that is an organisation and no person. */
  public void markOrganisation(int row) {
    flags[row] |= ORGANISATION;
  }

  /** Sets which fields have content and which of them pass their rule, as masks. */
  public void setFields(int row, long presenceMask, long validityMask) {
    presence[row] = presenceMask;
    validity[row] = validityMask;
  }

  /**
   * Sets coarse facts.
   *
   * @param idStep how far the id passed its rule
   * @param place as {@link Place} packs it
   */
  public void setFacts(int row, int idStep, int place, Sex sex, int birthYear) {
    idSteps[row] = (byte) idStep;
    places[row] = place;
    sexes[row] = (byte) sex.ordinal();
    birthYears[row] = (short) birthYear;
  }

  /** Sets the tokens of the record's mapped content as it stands, and after normalisation. */
  public void setContent(int row, long exactToken, long contentToken) {
    exactTokens[row] = exactToken;
    contentTokens[row] = contentToken;
  }

  /**
   * Sets the token of one field. A field without content has none, but for a full name, which may
   * be put together of surname and given name.
   */
  public void setToken(int row, PersonField field, long token) {
    long[] tokens = fieldTokens[field.ordinal()];
    if (tokens == null) {
      tokens = new long[fileIds.length];
      fieldTokens[field.ordinal()] = tokens;
    }
    tokens[row] = token;
  }

  /** Number of mentions. */
  public int size() {
    return size;
  }

  /** Number of the file of a mention. */
  public int fileId(int row) {
    return fileIds[row];
  }

  /** Byte offset of the mention's record in its file, or its row number. */
  public long position(int row) {
    return positions[row];
  }

  /** Index of the mention's source. */
  public int source(int row) {
    return sources[row];
  }

  /** Index of the mention's slot. */
  public int slot(int row) {
    return slots[row];
  }

  /** Whether the mention stands for its whole record in counts of records. */
  public boolean isLead(int row) {
    return (flags[row] & LEAD) != 0;
  }

  /** Whether the mention's record has at least one of the columns that its source maps. */
  public boolean isMapped(int row) {
    return (flags[row] & MAPPED) != 0;
  }

  /** Whether the mention is an organisation and no person. */
  public boolean isOrganisation(int row) {
    return (flags[row] & ORGANISATION) != 0;
  }

  /** How far the national id passed its rule, as the ordinal of the rule's step. */
  public int idStep(int row) {
    return idSteps[row];
  }

  /** Where the mention belongs, as {@link Place} packs it. */
  public int place(int row) {
    return places[row];
  }

  /** Sex, by id or else by field. */
  public Sex sex(int row) {
    return Sex.at(sexes[row]);
  }

  /** Year of birth, by id or else by field, 0 where unknown. */
  public int birthYear(int row) {
    return birthYears[row];
  }

  /** Fields that have content, as a mask. */
  public long presence(int row) {
    return presence[row];
  }

  /** Fields whose content passes its rule, as a mask. */
  public long validity(int row) {
    return validity[row];
  }

  /** Token of the record's mapped content as it stands. */
  public long exactToken(int row) {
    return exactTokens[row];
  }

  /** Token of the record's mapped content after normalisation. */
  public long contentToken(int row) {
    return contentTokens[row];
  }

  /** Token of a field, 0 where it has no content. */
  public long token(int row, PersonField field) {
    long[] tokens = fieldTokens[field.ordinal()];
    return tokens == null ? 0 : tokens[row];
  }

  /** Number of mentions that have a token of a field. */
  public int tokens(PersonField field) {
    long[] tokens = fieldTokens[field.ordinal()];
    int some = 0;
    for (int row = 0; tokens != null && row < size; row++) {
      some += tokens[row] == 0 ? 0 : 1;
    }
    return some;
  }

  /** Token of a field if its content passes its rule, otherwise 0. */
  public long validToken(int row, PersonField field) {
    return (validity[row] & field.bit()) == 0 ? 0 : token(row, field);
  }

  /** Tokens of values beside those that stand for their fields. */
  public FurtherTokens further() {
    return further;
  }

  /** Removes all mentions; the room stays. */
  public void clear() {
    for (byte[] column : List.of(flags, idSteps, sexes)) {
      Arrays.fill(column, 0, size, (byte) 0);
    }
    Arrays.fill(birthYears, 0, size, (short) 0);
    Arrays.fill(places, 0, size, 0);
    for (long[] column : List.of(presence, validity, exactTokens, contentTokens)) {
      Arrays.fill(column, 0, size, 0);
    }
    for (long[] tokens : fieldTokens) {
      if (tokens != null) {
        Arrays.fill(tokens, 0, size, 0);
      }
    }
    further.clear();
    size = 0;
  }

  /** The mentions at some rows as bytes, in the order of the rows given. */
  public byte[] encode(int[] rows, int from, int to) {
    return gather(rows, from, to).encode();
  }

  /** All mentions as bytes. */
  public byte[] encode() {
    int columns = 0;
    long fieldMask = 0;
    for (PersonField field : PersonField.values()) {
      if (fieldTokens[field.ordinal()] != null) {
        fieldMask |= field.bit();
        columns++;
      }
    }
    int furtherBytes = further.size() == 0 ? 0 : further.encodedBytes();
    fieldMask |= furtherBytes == 0 ? 0 : HAS_FURTHER;
    int fixed = 2 * Integer.BYTES + 5 + Short.BYTES + 5 * Long.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(
                Integer.BYTES + Long.BYTES + size * (fixed + columns * Long.BYTES) + furtherBytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(size).putLong(fieldMask);
    for (int[] column : List.of(fileIds, places)) {
      bytes.asIntBuffer().put(column, 0, size);
      bytes.position(bytes.position() + size * Integer.BYTES);
    }
    for (byte[] column : List.of(sources, slots, flags, idSteps, sexes)) {
      bytes.put(column, 0, size);
    }
    for (int row = 0; row < size; row++) {
      bytes.putShort(birthYears[row]);
    }
    for (long[] column : List.of(positions, presence, validity, exactTokens, contentTokens)) {
      put(bytes, column);
    }
    for (long[] tokens : fieldTokens) {
      if (tokens != null) {
        put(bytes, tokens);
      }
    }
    if (furtherBytes > 0) {
      further.encode(bytes);
    }
    return bytes.array();
  }

  /** Appends the mentions of an encoded block. */
  public void appendEncoded(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    int added = bytes.getInt();
    long fieldMask = bytes.getLong();
    int from = size;
    if (from + added > fileIds.length) {
      allocate(Math.max(from + added, 2 * from));
    }
    size = from + added;
    for (int[] column : List.of(fileIds, places)) {
      bytes.asIntBuffer().get(column, from, added);
      bytes.position(bytes.position() + added * Integer.BYTES);
    }
    for (byte[] column : List.of(sources, slots, flags, idSteps, sexes)) {
      bytes.get(column, from, added);
    }
    bytes.asShortBuffer().get(birthYears, from, added);
    bytes.position(bytes.position() + added * Short.BYTES);
    for (long[] column : List.of(positions, presence, validity, exactTokens, contentTokens)) {
      take(bytes, column, from, added);
    }
    for (PersonField field : PersonField.values()) {
      if ((fieldMask & field.bit()) != 0) {
        if (fieldTokens[field.ordinal()] == null) {
          fieldTokens[field.ordinal()] = new long[fileIds.length];
        }
        take(bytes, fieldTokens[field.ordinal()], from, added);
      }
    }
    if ((fieldMask & HAS_FURTHER) != 0) {
      further.appendEncoded(bytes, from);
    }
  }

  /** The mentions at some rows, in the order of the rows given. */
  public MentionBlock inOrder(int[] rows) {
    return gather(rows, 0, rows.length);
  }

  /** Column by column, which is several times faster than row by row. */
  private MentionBlock gather(int[] rows, int from, int to) {
    MentionBlock part = new MentionBlock(to - from);
    part.size = to - from;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      part.fileIds[i - from] = fileIds[row];
      part.places[i - from] = places[row];
      part.sources[i - from] = sources[row];
      part.slots[i - from] = slots[row];
      part.flags[i - from] = flags[row];
      part.idSteps[i - from] = idSteps[row];
      part.sexes[i - from] = sexes[row];
      part.birthYears[i - from] = birthYears[row];
    }
    gather(positions, rows, from, to, part.positions);
    gather(presence, rows, from, to, part.presence);
    gather(validity, rows, from, to, part.validity);
    gather(exactTokens, rows, from, to, part.exactTokens);
    gather(contentTokens, rows, from, to, part.contentTokens);
    for (int field = 0; field < fieldTokens.length; field++) {
      if (fieldTokens[field] != null) {
        long[] tokens = new long[part.fileIds.length];
        boolean any = gather(fieldTokens[field], rows, from, to, tokens);
        part.fieldTokens[field] = any ? tokens : null;
      }
    }
    part.further.copy(further, rows, from, to);
    return part;
  }

  /** Whether any of them is not 0. */
  private static boolean gather(long[] column, int[] rows, int from, int to, long[] gathered) {
    long any = 0;
    for (int i = from; i < to; i++) {
      long value = column[rows[i]];
      gathered[i - from] = value;
      any |= value;
    }
    return any != 0;
  }

  private void put(ByteBuffer bytes, long[] column) {
    bytes.asLongBuffer().put(column, 0, size);
    bytes.position(bytes.position() + size * Long.BYTES);
  }

  private static void take(ByteBuffer bytes, long[] column, int from, int added) {
    bytes.asLongBuffer().get(column, from, added);
    bytes.position(bytes.position() + added * Long.BYTES);
  }

  private void allocate(int capacity) {
    fileIds = fileIds == null ? new int[capacity] : Arrays.copyOf(fileIds, capacity);
    sources = grown(sources, capacity);
    slots = grown(slots, capacity);
    flags = grown(flags, capacity);
    idSteps = grown(idSteps, capacity);
    places = places == null ? new int[capacity] : Arrays.copyOf(places, capacity);
    sexes = grown(sexes, capacity);
    birthYears = birthYears == null ? new short[capacity] : Arrays.copyOf(birthYears, capacity);
    positions = grown(positions, capacity);
    presence = grown(presence, capacity);
    validity = grown(validity, capacity);
    exactTokens = grown(exactTokens, capacity);
    contentTokens = grown(contentTokens, capacity);
    for (int field = 0; field < fieldTokens.length; field++) {
      if (fieldTokens[field] != null) {
        fieldTokens[field] = Arrays.copyOf(fieldTokens[field], capacity);
      }
    }
  }

  private static byte[] grown(byte[] column, int capacity) {
    return column == null ? new byte[capacity] : Arrays.copyOf(column, capacity);
  }

  private static long[] grown(long[] column, int capacity) {
    return column == null ? new long[capacity] : Arrays.copyOf(column, capacity);
  }
}

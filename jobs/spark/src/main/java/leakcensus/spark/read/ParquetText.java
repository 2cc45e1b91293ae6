package leakcensus.spark.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveStringifier;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Turns the values of one Parquet column into text as the column's type writes it. An entry of a
 * dictionary becomes text once, however many rows have it.
 */
final class ParquetText extends PrimitiveConverter {

  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private final PrimitiveType type;
  private final boolean isText;
  private final boolean isTimestamp;
  private final PrimitiveStringifier stringifier;
  private Dictionary dictionary;
  private String[] entries = new String[0];
  private String value = "";

  /** Text of a column of this type. */
  ParquetText(PrimitiveType type) {
    this.type = type;
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    isText =
        type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY
            && !(meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation);
    isTimestamp = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96;
    stringifier = type.stringifier();
  }

  /** The value that was read last. */
  String value() {
    return value;
  }

  /** Forgets the dictionary of a row group, and the value read last. */
  void forget() {
    dictionary = null;
    entries = new String[0];
    value = "";
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    this.dictionary = dictionary;
    entries = new String[dictionary.getMaxId() + 1];
  }

  @Override
  public void addValueFromDictionary(int id) {
    String known = entries[id];
    if (known == null) {
      decode(id);
      entries[id] = value;
    } else {
      value = known;
    }
  }

  @Override
  public void addBinary(Binary binary) {
    if (isText) {
      value = binary.toStringUsingUTF8();
    } else {
      value = isTimestamp ? timestamp(binary) : stringifier.stringify(binary);
    }
  }

  @Override
  public void addBoolean(boolean flag) {
    value = stringifier.stringify(flag);
  }

  @Override
  public void addInt(int number) {
    value = stringifier.stringify(number);
  }

  @Override
  public void addLong(long number) {
    value = stringifier.stringify(number);
  }

  @Override
  public void addFloat(float number) {
    value = stringifier.stringify(number);
  }

  @Override
  public void addDouble(double number) {
    value = stringifier.stringify(number);
  }

  private void decode(int id) {
    switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> addBoolean(dictionary.decodeToBoolean(id));
      case INT32 -> addInt(dictionary.decodeToInt(id));
      case INT64 -> addLong(dictionary.decodeToLong(id));
      case FLOAT -> addFloat(dictionary.decodeToFloat(id));
      case DOUBLE -> addDouble(dictionary.decodeToDouble(id));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> addBinary(dictionary.decodeToBinary(id));
    }
  }

  /** The timestamp of older writers: nanoseconds of the day and Julian day, little-endian. */
  private static String timestamp(Binary int96) {
    ByteBuffer bytes = int96.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
    long nanosOfDay = bytes.getLong();
    long day = Integer.toUnsignedLong(bytes.getInt()) - JULIAN_DAY_OF_EPOCH;
    return LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanosOfDay).toString();
  }
}

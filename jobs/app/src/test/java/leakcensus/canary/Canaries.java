package leakcensus.canary;

import java.util.ArrayList;
import java.util.List;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FullName;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.normalise.ResidentId;
import leakcensus.person.PersonField;

/**
 * All planted values. Each is long enough to be found by eight bytes in a row, and its end is as
 * telling as the whole.
 */
final class Canaries {

  private static final FieldNormalisers NORMALISERS =
      FieldNormalisers.of(
          new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST));

  private static final List<Canary> ALL = new ArrayList<>();

  static final Canary FULL_NAME = field(PersonField.FULL_NAME, "閼璺翯赟瓛");
  static final Canary LATIN_NAME = field(PersonField.FULL_NAME, "Zquixelda VORPNAK-Thröm");
  static final Canary SURNAME = field(PersonField.SURNAME, "Brrzqvich");
  static final Canary GIVEN_NAME = field(PersonField.GIVEN_NAME, "Xyqvaldine");
  static final Canary NATIONAL_ID =
      field(PersonField.NATIONAL_ID, ResidentId.withCheckDigit("11010519471027386"));
  static final Canary BAD_NATIONAL_ID = field(PersonField.NATIONAL_ID, "99010519440317562Q");
  static final Canary PHONE = field(PersonField.PHONE, "139 8741 2365");
  static final Canary BAD_PHONE = field(PersonField.PHONE, "00-77310-55482-91x");
  static final Canary EMAIL = field(PersonField.EMAIL, "Quoz.Brelf+9317@zkxvjwpq.org");
  static final Canary ADDRESS = field(PersonField.ADDRESS, "幽篁里七號院 Quzzlewick 44176 室");
  static final Canary POSTAL_CODE = field(PersonField.POSTAL_CODE, "PZ-7741-QXWK-08");
  static final Canary BIRTH_DATE = field(PersonField.BIRTH_DATE, "1931-07-23");
  static final Canary BAD_BIRTH_DATE = field(PersonField.BIRTH_DATE, "1931-19-88 vgwq");
  static final Canary SEX = field(PersonField.SEX, "Zwitterquux-9931");
  static final Canary BIRTHPLACE = field(PersonField.BIRTHPLACE, "Ytterqvistad 魍魎莊");
  static final Canary COMPOSED_NAME =
      content(
          "name composed of two fields",
          FullName.compose(
              normal(PersonField.SURNAME, SURNAME.text()),
              normal(PersonField.GIVEN_NAME, GIVEN_NAME.text())));

  static final Canary OTHER = content("column that is profiled", "note-QXJV-55120937");
  static final Canary NUMBER = content("number without quotes", "84410293384756102934");
  static final Canary UNMAPPED = content("column that is not mapped", "hidden-wvxq-88412077");
  static final Canary KEY = content("JSON key that is not mapped", "key-jqxz-6610294");
  static final Canary HEADER = content("header of a CSV column", "header-vkqw-3327401");
  static final Canary COLUMN = content("name of a Parquet column", "column_zzqk_7719340");

  static final Canary HALF_OBJECT = content("half a JSON object", "half-qwzx-90155273");
  static final Canary ARRAY = content("JSON that is no object", "array-kjvq-41187265");
  static final Canary BAD_BYTES = content("text beside bad UTF-8", "bytes-xvvq-76230918");
  static final Canary EXTRA_FIELD = content("row with a field too many", "extra-qqzj-20981736");
  static final Canary OPEN_QUOTE = content("row with an open quote", "quote-wjxq-63409172");
  static final Canary LONG_LINE = content("line over the limit", "long-zvqj-57720183");
  static final Canary TRUNCATED = content("gzip file that breaks off", "trunc-qvkz-18827364");
  static final Canary BAD_PAGE = content("damaged Parquet page", "page-zjqw-92837465");
  static final Canary NO_PARQUET = content("file that is no Parquet", "nopar-kqzv-33019284");
  static final Canary FOOTER = content("metadata of a Parquet file", "footer-vqxk-48291037");
  static final Canary WRITER = content("writer of a Parquet file", "writer-jzqk-60718293");
  static final Canary GZIP_NAME = content("name in a gzip header", "member-qjvx-27384910");

  static final Canary FOLDER = Canary.path("folder", "phone=13766120985");
  static final Canary FILE = Canary.path("file", "dossier-vqzx-71920384");

  static {
    ALL.addAll(List.of(FOLDER, FILE));
  }

  private Canaries() {}

  static List<Canary> all() {
    return List.copyOf(ALL);
  }

  private static Canary field(PersonField field, String text) {
    Canary canary = Canary.content(field.key(), text, normal(field, text));
    ALL.add(canary);
    return canary;
  }

  private static Canary content(String name, String text) {
    Canary canary = Canary.content(name, text);
    ALL.add(canary);
    return canary;
  }

  private static String normal(PersonField field, String text) {
    return NORMALISERS.normalise(field, new RawValue(text)).normal();
  }
}

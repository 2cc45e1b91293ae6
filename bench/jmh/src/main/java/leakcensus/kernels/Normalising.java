package leakcensus.kernels;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.text.Normalizer2;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.Normaliser;
import leakcensus.normalise.RawValue;
import leakcensus.person.PersonField;
import org.apache.commons.validator.routines.EmailValidator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds to normalise and check one value, and what a library takes for the like. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MadeUpValues.COUNT)
public class Normalising {

  private static final Pattern ID = Pattern.compile("[1-9]\\d{16}[\\dXx]");

  private final FieldNormalisers normalisers =
      FieldNormalisers.of(
          new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST));
  private final PhoneNumberUtil phoneNumbers = PhoneNumberUtil.getInstance();
  private final EmailValidator mailRule = EmailValidator.getInstance();
  private final Normalizer2 unicode = Normalizer2.getNFKCCasefoldInstance();

  private final String[] names = MadeUpValues.names();
  private final String[] phones = MadeUpValues.phones();
  private final String[] ids = MadeUpValues.ids();
  private final String[] dates = MadeUpValues.dates();
  private final String[] mails = MadeUpValues.mails();

  @Benchmark
  public void nameOurs(Blackhole hole) {
    normalise(PersonField.FULL_NAME, names, hole);
  }

  /** Case folding and compatibility forms alone. */
  @Benchmark
  public void nameByIcu(Blackhole hole) {
    for (String name : names) {
      hole.consume(unicode.normalize(name));
    }
  }

  @Benchmark
  public void phoneOurs(Blackhole hole) {
    normalise(PersonField.PHONE, phones, hole);
  }

  @Benchmark
  public void phoneByLibphonenumber(Blackhole hole) {
    for (String phone : phones) {
      try {
        PhoneNumber number = phoneNumbers.parse(phone, "CN");
        hole.consume(phoneNumbers.isValidNumber(number));
        hole.consume(phoneNumbers.format(number, PhoneNumberFormat.E164));
      } catch (NumberParseException none) {
        hole.consume(none);
      }
    }
  }

  @Benchmark
  public void idOurs(Blackhole hole) {
    normalise(PersonField.NATIONAL_ID, ids, hole);
  }

  /** The shape alone: no area, no date, no check digit. */
  @Benchmark
  public void idByRegularExpression(Blackhole hole) {
    for (String id : ids) {
      hole.consume(ID.matcher(id).matches());
    }
  }

  @Benchmark
  public void dateOurs(Blackhole hole) {
    normalise(PersonField.BIRTH_DATE, dates, hole);
  }

  /** One notation alone. */
  @Benchmark
  public void dateByJavaTime(Blackhole hole) {
    for (String date : dates) {
      hole.consume(LocalDate.parse(date));
    }
  }

  @Benchmark
  public void mailOurs(Blackhole hole) {
    normalise(PersonField.EMAIL, mails, hole);
  }

  @Benchmark
  public void mailByCommonsValidator(Blackhole hole) {
    for (String mail : mails) {
      hole.consume(mailRule.isValid(mail));
    }
  }

  private void normalise(PersonField field, String[] values, Blackhole hole) {
    Normaliser normaliser = normalisers.normaliserOf(field);
    for (String value : values) {
      hole.consume(normaliser.normalise(new RawValue(value)));
    }
  }
}

package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.person.PersonField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of ways to write a name, as records hold them, and how far they agree. */
class NamesOfTheWorldTest {

  private static final FieldNormalisers NORMALISERS =
      FieldNormalisers.of(new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));

  private final TextMention mention = new TextMention(3);

  /** A name with a slash is in two columns: given name and surname. */
  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    // Han
    "歐陽修, 欧阳修, near, near",
    "张伟, Zhang Wei, near, near",
    "张伟, Wei Zhang, near, near",
    "张伟, Zhāng Wěi, near, near",
    "张 伟, 张伟, near, near",
    "王小明, Wang Xiaoming, near, near",
    "王小明, Xiao Ming Wang, near, near",
    "王小明, Wang Xiao-Ming, near, near",
    "王小明, Wáng Xiǎo Míng, near, near",
    "欧阳娜娜, Ouyang Nana, near, near",
    "欧阳娜娜, Nana Ouyang, near, near",
    "单小明, Shan Xiaoming, near, near",
    "曾伟, Zeng Wei, near, near",
    "小明/王, 王小明, near, near",
    "王伟先生, 王伟, near, near",
    // Marks and letters of Latin alphabets
    "José García, Jose Garcia, near, near",
    "Łukasz Żak, Lukasz Zak, near, near",
    "Jürgen Müller, Juergen Mueller, near, near",
    "Søren Kierkegård, Soren Kierkegaard, near, near",
    "Conan O'Brien, Conan OBrien, near, near",
    // Other scripts
    "Иван Петров, Ivan Petrov, near, near",
    "Никита Хрущев, Nikita Khrushchev, near, near",
    "Дмитрий Щербаков, Dmitry Shcherbakov, near, near",
    "Евгений Ковальчук, Evgeny Kovalchuk, near, near",
    "محمد علي, Mohammed Ali, near, different",
    // Names of fathers
    "Иван Иванович Петров, Петров Иван, near, near",
    "Иван Иванович Петров, Ivan Petrov, near, near",
    "Иван Иванович/Петров, Петров Иван Иванович, near, near",
    "Aliyev Ilham Heydar oglu, Ilham Aliyev, near, near",
    // Particles
    "Mohammed bin Salman Al-Saud, Mohammed Saud, near, near",
    "Rafik Al-Hariri, Rafik Hariri, near, near",
    "Rafik/Al Hariri, Rafik Alhariri, near, near",
    "Abd al-Rahman Hassan, Abdulrahman Hasan, near, near",
    "Ludwig van Beethoven, Ludwig/Beethoven, near, near",
    "Jan van den Berg, Jan Vandenberg, near, near",
    "Jan/van den Berg, Jan Berg, near, near",
    "Otto von Bismarck, Otto Bismarck, near, near",
    "Charles de Gaulle, Charles Gaulle, near, near",
    // Two surnames
    "Gabriel García Márquez, Gabriel/García Márquez, near, near",
    "Gabriel García Márquez, Gabriel García, near, near",
    "Gabriel/García Márquez, Gabriel García, near, near",
    "Juan Carlos García López, Juan Garcia, near, near",
    "José Ortega y Gasset, José Ortega, near, near",
    // Initials
    "J. Smith, John Smith, similar, near",
    "J R Smith, John Smith, similar, near",
    "'Smith, J.R.', John Smith, similar, near",
    "J.R./Smith, John Smith, similar, near",
    "John R. Smith, John Smith, near, near",
    // Titles and generations
    "Dr. John Smith, John Smith, near, near",
    "Mrs Mary Jones, Mary/Jones, near, near",
    "Ing. Jan Novak, Jan Novak, near, near",
    "Dr. Jan/Novak, Jan Novak, near, near",
    "John Smith Jr., John Smith, near, near",
    "John Smith III, John/Smith Jr, near, near",
    // Short forms
    "Bill Smith, William Smith, near, near",
    "Bob Jones, Robert Jones, near, near",
    "Billy Smith, Will Smith, near, near",
    "Peggy/Jones, Margaret Jones, near, near",
    "'Smith, Bill', William Smith, near, near",
    "Саша Иванов, Aleksandr Ivanov, near, near",
    "Саша Иванов, Александр Иванов, near, near",
    "Наташа Петрова, Наталья Петрова, near, near",
    "Pepe García, José García, near, near",
    "Jose Luis/Garcia, Pepe Garcia, near, near",
    "Muhammad Khan, Mohamed Khan, near, near"
  })
  void agree(String left, String right, String given, String surname) {
    assertThat(level(left, right, ComparisonField.GIVEN_NAME)).isLessThanOrEqualTo(levelOf(given));
    assertThat(level(left, right, ComparisonField.SURNAME)).isLessThanOrEqualTo(levelOf(surname));
    assertThat(level(right, left, ComparisonField.GIVEN_NAME))
        .isEqualTo(level(left, right, ComparisonField.GIVEN_NAME));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "Jan van Dijk, Jan van Gogh",
    "Jan/van Dijk, Jan/van Gogh",
    "Ali al-Hariri, Ali al-Maktoum",
    "Juan de la Cruz, Juan de la Vega",
    "Abd al-Rahman Hasan, Abd al-Aziz Hasan",
    "Abdul Rahman/Hasan, Abdul Aziz/Hasan",
    "Christopher Smith, Christina Smith",
    "Patrick Smith, Patricia Smith",
    "William Smith, Robert Smith",
    "John William Smith, John William Brown",
    "Ivan Ivanovich Petrov, Ivan Ivanovich Sidorov",
    "John Smith Jr, John Brown Jr",
    "Dr Smith, Dr Brown",
    "Peter/Jack, Peter/John",
    "王伟, 李伟",
    "王伟先生, 李明先生",
    "张伟, Li Wei",
    "欧阳娜娜, 欧阳修",
    "J. Smith, R. Smith",
    "J.R./Smith, R.J./Smith"
  })
  void differ(String left, String right) {
    int worse =
        Math.max(
            level(left, right, ComparisonField.GIVEN_NAME),
            level(left, right, ComparisonField.SURNAME));

    assertThat(worse).isGreaterThan(AgreementLevel.NEAR);
  }

  private int level(String left, String right, ComparisonField field) {
    return AgreementPattern.level(mention.pattern(fields(left), fields(right)), field);
  }

  private static Map<PersonField, String> fields(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Map.of(PersonField.FULL_NAME, normal(PersonField.FULL_NAME, text))
        : Map.of(
            PersonField.GIVEN_NAME, normal(PersonField.GIVEN_NAME, text.substring(0, slash)),
            PersonField.SURNAME, normal(PersonField.SURNAME, text.substring(slash + 1)));
  }

  private static String normal(PersonField field, String text) {
    return NORMALISERS.normalise(field, new RawValue(text)).normal();
  }

  private static int levelOf(String key) {
    for (int level = 0; level < AgreementLevel.COUNT; level++) {
      if (AgreementLevel.key(level).equals(key)) {
        return level;
      }
    }
    throw new IllegalArgumentException("Unknown level: " + key);
  }
}

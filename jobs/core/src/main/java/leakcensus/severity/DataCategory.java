package leakcensus.severity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a dump can hold of people beyond person fields. No person field shows it; whoever has looked
 * at the dump states it.
 *
 * <p>The first ten are those of Art. 9 and 10 GDPR. Credentials are none of their own: by ENISA's
 * method they count as what they give access to.
 */
public enum DataCategory {
  HEALTH(ContextClass.SENSITIVE),
  GENETIC(ContextClass.SENSITIVE),
  BIOMETRIC(ContextClass.SENSITIVE),
  ETHNIC_ORIGIN(ContextClass.SENSITIVE),
  POLITICAL(ContextClass.SENSITIVE),
  RELIGION(ContextClass.SENSITIVE),
  TRADE_UNION(ContextClass.SENSITIVE),
  SEX_LIFE(ContextClass.SENSITIVE),
  ORIENTATION(ContextClass.SENSITIVE),
  CRIMINAL(ContextClass.SENSITIVE),
  FINANCIAL(ContextClass.FINANCIAL),
  CREDIT(ContextClass.FINANCIAL),
  PROPERTY(ContextClass.FINANCIAL),
  TRANSACTIONS(ContextClass.FINANCIAL),
  LOCATION(ContextClass.BEHAVIOURAL),
  ACCOMMODATION(ContextClass.BEHAVIOURAL),
  /** What people wrote or said to each other. */
  COMMUNICATIONS(ContextClass.BEHAVIOURAL),
  /** Who called or wrote to whom, and when. */
  COMMUNICATION_RECORDS(ContextClass.BEHAVIOURAL),
  HABITS(ContextClass.BEHAVIOURAL),
  EDUCATION(ContextClass.SIMPLE),
  PROFESSION(ContextClass.SIMPLE),
  FAMILY(ContextClass.SIMPLE);

  private final ContextClass contextClass;

  DataCategory(ContextClass contextClass) {
    this.contextClass = contextClass;
  }

  /** The class of data that the category belongs to. */
  public ContextClass contextClass() {
    return contextClass;
  }

  /** The name in configuration files and tables, such as {@code communication-records}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The category of a configuration key. */
  public static Optional<DataCategory> ofKey(String key) {
    return Arrays.stream(values()).filter(category -> category.key().equals(key)).findFirst();
  }

  /** All keys, for messages. */
  public static String keys() {
    return Arrays.stream(values()).map(DataCategory::key).collect(Collectors.joining(", "));
  }
}

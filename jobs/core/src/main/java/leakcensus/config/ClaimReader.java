package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import leakcensus.estimate.claim.ClaimedPrice;
import leakcensus.estimate.claim.ClaimedQuantity;

/** Reads the section of the claims. */
final class ClaimReader {

  private static final List<String> QUANTITIES =
      List.of("persons", "share", "records", "bytes", "price");
  private static final Set<String> PRICE_KEYS =
      Set.of("total", "currency", "records", "per-record");

  private ClaimReader() {}

  /** The claims, in the order of their names. */
  static List<ClaimSettings> read(Config claims) {
    List<ClaimSettings> found = new ArrayList<>();
    for (String name : new TreeSet<>(claims.root().keySet())) {
      try {
        found.add(claim(name, claims.getConfig(ConfigUtil.quoteString(name))));
      } catch (ConfigException | IllegalArgumentException fault) {
        throw new InputException(
            "Cannot read %s.claims.%s: %s"
                .formatted(LoadedConfig.ROOT, name, Faults.sentence(fault)),
            fault);
      }
    }
    return found;
  }

  private static ClaimSettings claim(String name, Config section) {
    Set<String> unknown = new TreeSet<>(section.root().keySet());
    unknown.removeAll(QUANTITIES);
    unknown.removeAll(Set.of("population", "max-cv2"));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys: %s (must be one of %s; with persons or share max-cv2)"
              .formatted(String.join(", ", unknown), String.join(", ", QUANTITIES)));
    }
    List<String> stated = QUANTITIES.stream().filter(section::hasPath).toList();
    if (stated.size() != 1) {
      throw new IllegalArgumentException(
          "Invalid claim: %d quantities (must be exactly one of %s)"
              .formatted(stated.size(), String.join(", ", QUANTITIES)));
    }
    if (section.hasPath("population") != stated.contains("share")) {
      throw new IllegalArgumentException(
          "Invalid population: a share needs one, and nothing else has one");
    }
    return new ClaimSettings(name, quantity(stated.get(0), section), real(section, "max-cv2"));
  }

  private static ClaimedQuantity quantity(String kind, Config section) {
    return switch (kind) {
      case "persons" -> new ClaimedQuantity.Persons(section.getLong(kind));
      case "share" ->
          new ClaimedQuantity.Share(section.getDouble(kind), section.getString("population"));
      case "records" -> new ClaimedQuantity.Records(section.getLong(kind));
      case "bytes" -> new ClaimedQuantity.Bytes(section.getBytes(kind));
      default -> new ClaimedQuantity.Price(price(section.getConfig(kind)));
    };
  }

  private static ClaimedPrice price(Config section) {
    Set<String> unknown = new TreeSet<>(section.root().keySet());
    unknown.removeAll(PRICE_KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys in price: %s (must be %s)"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(PRICE_KEYS))));
    }
    return new ClaimedPrice(
        section.getDouble("total"),
        section.getString("currency"),
        real(section, "records"),
        real(section, "per-record"));
  }

  private static OptionalDouble real(Config section, String key) {
    return section.hasPath(key)
        ? OptionalDouble.of(section.getDouble(key))
        : OptionalDouble.empty();
  }
}

package leakcensus.register;

/** The text of {@code census.conf}, with which a census reads a made-up register. */
final class RegisterConfiguration {

  private RegisterConfiguration() {}

  /** HOCON; the truth stands nowhere in it. */
  static String text(RegisterSettings settings) {
    StringBuilder fields = new StringBuilder();
    for (RegisterColumn column : settings.columns()) {
      fields.append("      %s = %s\n".formatted(column.field().key(), column.key()));
    }
    return """
        leak-census {
          sources.%s {
            files = ["%s/*.csv"]
            format = csv
            fields {
        %s    }
            phone-region = AU
            national-id = %s
          }
          resolve.method = matching
          output.assignments = true
          population.compare = []
        }
        """
        .formatted(
            RegisterFolder.SOURCE,
            RegisterFolder.SOURCE,
            fields,
            settings.trusted() ? "cn-resident-id" : "opaque");
  }
}

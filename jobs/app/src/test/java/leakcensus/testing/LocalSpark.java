package leakcensus.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one Spark session of their virtual machine, set up as {@code bin/leak-census}
 * does on one machine. JUnit's root store stops it after the last test.
 */
public final class LocalSpark implements ParameterResolver {

  private static final Path PROPERTIES = Path.of("../../conf/spark/local.properties");
  private static final int CORES = 2;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(LocalSpark.class));
    Session session =
        store.getOrComputeIfAbsent(Session.class, key -> Session.start(), Session.class);
    if (session.spark().sparkContext().isStopped()) {
      // By a class that needs a session of another kind, of which there can be one at a time.
      session = Session.start();
      store.put(Session.class, session);
    }
    return session.spark();
  }

  /** The session, as the store holds it. */
  private record Session(SparkSession spark) implements AutoCloseable {

    static Session start() {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(PROPERTIES)) {
        properties.load(reader);
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot read the settings of local runs", fault);
      }
      SparkSession.Builder builder =
          SparkSession.builder().master("local[" + CORES + "]").appName("tests");
      // Made-up leaks are small: 200 partitions would only cost time.
      builder.config("spark.sql.shuffle.partitions", CORES);
      properties.forEach((key, value) -> builder.config(key.toString(), value.toString()));
      return new Session(builder.getOrCreate());
    }

    @Override
    public void close() {
      spark.stop();
    }
  }
}

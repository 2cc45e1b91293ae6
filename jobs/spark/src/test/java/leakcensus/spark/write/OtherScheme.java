package leakcensus.spark.write;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under another scheme. */
abstract class OtherScheme extends RawLocalFileSystem {

  private final String scheme;

  OtherScheme(String scheme) {
    this.scheme = scheme;
  }

  /** Settings under which Hadoop finds such a file system. */
  static Configuration configuration(String scheme, Class<? extends OtherScheme> type) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.%s.impl".formatted(scheme), type.getName());
    hadoop.setBoolean("fs.%s.impl.disable.cache".formatted(scheme), true);
    return hadoop;
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public URI getUri() {
    return URI.create(scheme + ":///");
  }

  @Override
  protected void checkPath(Path path) {}
}

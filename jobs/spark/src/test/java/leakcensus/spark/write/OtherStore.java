package leakcensus.spark.write;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Any store, of which nothing is used but its address. */
public final class OtherStore extends FilterFileSystem {

  private URI address;

  public OtherStore() {
    super(new RawLocalFileSystem());
  }

  @Override
  public void initialize(URI name, Configuration settings) {
    address = name;
    setConf(settings);
  }

  @Override
  public URI getUri() {
    return address;
  }

  @Override
  protected void checkPath(Path path) {}

  @Override
  public void setWriteChecksum(boolean writes) {}

  @Override
  public Path makeQualified(Path path) {
    return path;
  }
}

import com.amazon.deequ.profiles.ColumnProfilerRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Profiles Parquet files of six columns by Deequ: <pre>java -cp JARS DeequProfile.java FILES THREADS</pre> Does so once for
 * each line of standard input, and prints seconds as a line of JSON.
 */
final class DeequProfile {

  private DeequProfile() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + Integer.parseInt(arguments[1]) + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", arguments[1])
            .getOrCreate();
    while (turns.readLine() != null) {
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      Dataset<Row> rows = spark.read().parquet(arguments[0]).select("name", "sex", "id_no", "birth_date", "mobile", "address");
      int profiles = new ColumnProfilerRunner().onData(rows).run().profiles().size();
      System.out.println(
          String.format(
              Locale.ROOT,
              "{\"version\": \"Spark %s\", \"seconds\": {\"profile\": %.3f}, \"cpu_seconds\": %.3f, \"profiles\": %d}",
              spark.version(),
              (System.nanoTime() - start) / 1e9,
              cpuSeconds() - cpu,
              profiles));
    }
    spark.stop();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
  }
}

import com.amazon.deequ.profiles.ColumnProfilerRunner;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Profiles Parquet files of six columns by Deequ, and prints seconds by round as JSON:
 * <pre>java -cp JARS DeequProfile.java FILES THREADS ROUNDS</pre>
 */
final class DeequProfile {

  private DeequProfile() {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[2]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + Integer.parseInt(arguments[1]) + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", arguments[1])
            .getOrCreate();
    StringBuilder json = new StringBuilder("{\"version\": \"Spark " + spark.version() + "\", \"rounds\": [");
    for (int round = 0; round < rounds; round++) {
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      Dataset<Row> rows = spark.read().parquet(arguments[0]).select("name", "sex", "id_no", "birth_date", "mobile", "address");
      int profiles = new ColumnProfilerRunner().onData(rows).run().profiles().size();
      json.append(round == 0 ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"seconds\": {\"profile\": %.3f}, \"cpu_seconds\": %.3f, \"profiles\": %d}",
                  (System.nanoTime() - start) / 1e9,
                  cpuSeconds() - cpu,
                  profiles));
    }
    System.out.println(json.append("]}"));
    spark.stop();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
  }
}

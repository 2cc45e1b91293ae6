package leakcensus.pipeline;

import java.util.Map;

/**
 * One scan and one census, side by side.
 *
 * @param scanSeconds wall time of the bare scan
 * @param scanCpuSeconds processor time of the whole process during the scan
 * @param censusSeconds wall time of the census
 * @param censusCpuSeconds processor time of the whole process during the census
 * @param records records that the census read
 * @param secondsByStep wall time of each step of the census
 * @param costByStep what the tasks of each step have spent
 * @param contentHash content hash of the run
 */
public record BenchmarkRound(
    double scanSeconds,
    double scanCpuSeconds,
    double censusSeconds,
    double censusCpuSeconds,
    long records,
    Map<String, Double> secondsByStep,
    Map<String, StepCost> costByStep,
    String contentHash) {

  /** Processor time of the census over that of the scan. */
  public double cpuRatio() {
    return censusCpuSeconds / scanCpuSeconds;
  }

  /** Bytes that the tasks of the census wrote for other tasks, for each record. */
  public double shuffledBytesPerRecord() {
    long bytes =
        costByStep.values().stream().mapToLong(StepCost::shuffledBytes).reduce(0, Math::addExact);
    return (double) bytes / records;
  }

  /** Wall time of the census over that of the scan. */
  public double wallRatio() {
    return censusSeconds / scanSeconds;
  }
}

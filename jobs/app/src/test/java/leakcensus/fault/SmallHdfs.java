package leakcensus.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;

/** A real HDFS on the loopback interface: a NameNode and three DataNodes, two copies a block. */
final class SmallHdfs implements AutoCloseable {

  static final int DATA_NODES = 3;
  static final int REPLICATION = 2;

  /** Small, so that a file has many and a quota by bytes can be told by little. */
  static final int BLOCK_BYTES = 64 << 10;

  private final MiniDFSCluster cluster;

  private SmallHdfs(MiniDFSCluster cluster) {
    this.cluster = cluster;
  }

  /** Starts it; its disks lie in a folder. */
  static SmallHdfs start(Path folder) throws IOException {
    Configuration settings = new Configuration();
    settings.setLong("dfs.namenode.fs-limits.min-block-size", BLOCK_BYTES);
    useFor(settings);
    MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(settings, folder.toFile()).numDataNodes(DATA_NODES).build();
    cluster.waitActive();
    return new SmallHdfs(cluster);
  }

  /** What a client of it has to know. */
  static void useFor(Configuration client) {
    client.setInt("dfs.replication", REPLICATION);
    client.setInt("dfs.blocksize", BLOCK_BYTES);
  }

  /** The address of a path. */
  String uri(String path) throws IOException {
    return cluster.getURI() + path;
  }

  DistributedFileSystem files() throws IOException {
    return cluster.getFileSystem();
  }

  /** Copies a folder of this machine into it. */
  void copy(Path from, String to) throws IOException {
    files()
        .copyFromLocalFile(
            new org.apache.hadoop.fs.Path(from.toUri()), new org.apache.hadoop.fs.Path(to));
  }

  /** All files below a folder, with their length. */
  List<FileStatus> list(String folder) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> files =
        files().listFiles(new org.apache.hadoop.fs.Path(folder), true);
    while (files.hasNext()) {
      found.add(files.next());
    }
    return found;
  }

  /** How many blocks below a folder have a copy on each DataNode, by its host and port. */
  Map<String, Integer> blocksByDataNode(String folder) throws IOException {
    Map<String, Integer> blocks = new TreeMap<>();
    for (FileStatus file : list(folder)) {
      for (BlockLocation block : files().getFileBlockLocations(file, 0, file.getLen())) {
        for (String node : block.getNames()) {
          blocks.merge(node, 1, Integer::sum);
        }
      }
    }
    return blocks;
  }

  /** DataNodes that the NameNode takes to be alive; it learns late of those that are not. */
  int liveDataNodes() throws IOException {
    return files().getDataNodeStats(HdfsConstants.DatanodeReportType.LIVE).length;
  }

  /** Stops a DataNode, as a machine that is switched off. */
  MiniDFSCluster.DataNodeProperties stop(String node) {
    for (int i = 0; i < cluster.getDataNodes().size(); i++) {
      if (cluster.getDataNodes().get(i).getXferAddress().getPort()
          == Integer.parseInt(node.substring(node.lastIndexOf(':') + 1))) {
        return cluster.stopDataNode(i);
      }
    }
    throw new IllegalArgumentException("Unknown DataNode: " + node);
  }

  /** Starts it again. */
  void restart(MiniDFSCluster.DataNodeProperties node) throws IOException {
    cluster.restartDataNode(node, true);
    cluster.waitActive();
  }

  @Override
  public void close() {
    cluster.shutdown(true);
  }
}

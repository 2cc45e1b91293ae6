package leakcensus.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between processes that talk over TCP, hands on what they say, and writes it down: a file
 * for each direction of each connection.
 */
final class TcpRelay implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int PATIENCE_SECONDS = 10;

  private final ServerSocket entrance;
  private final InetSocketAddress exit;
  private final Path record;
  private final AtomicInteger connections = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * A relay.
   *
   * @param entrance address where it listens
   * @param exit address that it hands everything on to
   * @param port port of both
   * @param record folder for what it hears
   */
  TcpRelay(String entrance, String exit, int port, Path record) throws IOException {
    this.entrance = new ServerSocket();
    this.entrance.setReuseAddress(true);
    this.entrance.bind(new InetSocketAddress(InetAddress.getByName(entrance), port));
    this.exit = new InetSocketAddress(InetAddress.getByName(exit), port);
    this.record = Files.createDirectories(record);
    threads.submit(this::accept);
  }

  /** A port that is free at an address. */
  static int freePort(String address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.getLocalPort();
    }
  }

  /** How many connections it has had. */
  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("Cannot close the relay: its connections are still open");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot wait for the relay's connections to end", end);
    }
  }

  private Void accept() throws IOException {
    while (!entrance.isClosed()) {
      Socket caller = entrance.accept();
      Socket called = new Socket();
      called.connect(exit);
      String name = "%d-%d".formatted(entrance.getLocalPort(), connections.incrementAndGet());
      threads.submit(() -> hand(caller, called, record.resolve(name + "-to-driver")));
      threads.submit(() -> hand(called, caller, record.resolve(name + "-from-driver")));
    }
    return null;
  }

  /** Ends both ways where one ends, as a broken line does. */
  private static Void hand(Socket from, Socket to, Path file) throws IOException {
    try (from;
        to;
        InputStream heard = from.getInputStream();
        OutputStream said = to.getOutputStream();
        OutputStream written = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = heard.read(buffer); read >= 0; read = heard.read(buffer)) {
        written.write(buffer, 0, read);
        said.write(buffer, 0, read);
        said.flush();
      }
    }
    return null;
  }
}

package de.amtsbote.osci.testport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers of free ports. A port that the system chose and that was closed again may be given to
 * anybody before the server listens on it; these are below the range from which systems choose
 * (32768 on Linux), each JVM counts through a block of its own, and no number is given twice before
 * the block is through.
 */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int BLOCK = 100;
  private static final int BLOCKS = 120;
  private static final int START = FIRST + (int) (ProcessHandle.current().pid() % BLOCKS) * BLOCK;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Ports() {}

  /** A port on which nobody listens. */
  public static int free() {
    for (int tries = 0; tries < BLOCK; tries++) {
      int port = START + Math.floorMod(NEXT.getAndIncrement(), BLOCK);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port from %d on is free".formatted(START));
  }

  /** Whether a server may listen on all addresses and on that of the loopback. */
  private static boolean isFree(int port) {
    return isFree(new InetSocketAddress(port))
        && isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}

package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where the systems of a simulation listen. */
record Ports(int gateway, int xta, int dvdv, int fitConnect, int desk) {

  private static final int COUNT = 5;

  /**
   * The systems start one after the other. Ports above this range are those that operating systems
   * give to connections, so one that is free now could be taken by the time it is needed.
   */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 50;
  private static final Random RANDOM = new Random();

  /**
   * Ports in a row, which are free now.
   *
   * @param first 0 for any free ones
   * @throws CommandFailure when one of them is in use, or none are found
   */
  static Ports from(int first) throws IOException {
    if (first != 0) {
      return inARow(first);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return inARow(LOWEST + RANDOM.nextInt(HIGHEST - COUNT - LOWEST));
      } catch (CommandFailure taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  private static Ports inARow(int first) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < COUNT; i++) {
        ServerSocket socket = new ServerSocket();
        held.add(socket);
        socket.setReuseAddress(true);
        bind(socket, first + i);
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return new Ports(first, first + 1, first + 2, first + 3, first + 4);
  }

  private static void bind(ServerSocket socket, int port) {
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new CommandFailure(
          "port " + port + " is in use; name another first one with --port PORT", taken);
    }
  }
}

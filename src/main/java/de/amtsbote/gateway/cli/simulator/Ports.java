package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Where the systems of a simulation listen. */
record Ports(int gateway, int xta, int dvdv, int fitConnect, int desk) {

  private static final int COUNT = 5;

  /**
   * Ports in a row.
   *
   * @param first 0 for any free ones
   * @throws CommandFailure when one of them is in use
   */
  static Ports from(int first) throws IOException {
    List<Integer> ports = new ArrayList<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < COUNT; i++) {
        int wanted = first == 0 ? 0 : first + i;
        ServerSocket socket = new ServerSocket();
        held.add(socket);
        socket.setReuseAddress(true);
        bind(socket, wanted);
        ports.add(socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
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

package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.town.Procedure;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.simulator.town.Fault;
import java.io.PrintWriter;
import java.net.URI;
import java.util.stream.Collectors;

/** What the person at the terminal needs to know to use a simulation. */
final class Introduction {

  private Introduction() {}

  static void print(PrintWriter out, Simulation simulation, TownFolder folder) {
    URI gateway = simulation.landscape().gateway();
    TownFiles files = simulation.files();
    out.println();
    out.printf("  portal          POST %s/api/v1/messages%n", gateway);
    out.printf("  console         %s/%n", gateway);
    out.printf("  intermediary    POST %s/osci/intermediary%n", gateway);
    out.printf("  XTA server      POST %s/{management,send,msgbox}%n", files.xta());
    out.printf("  DVDV            %s%n", simulation.dvdv());
    out.printf("  FIT-Connect     %s%n", simulation.fitConnect());
    for (Procedure procedure : simulation.procedures()) {
      out.printf("  Fachverfahren   %s (%s)%n", procedure.place(), procedure.name());
    }
    out.printf("  desk            %s/faults, %s/arrivals%n", simulation.desk(), simulation.desk());
    out.println();
    out.printf("Addresses, tokens and keys for a shell:   . %s%n", files.environment());
    out.printf("Configuration for a gateway of your own:  %s%n", files.ownGateway());
    out.printf(
        "Keys, log, deliveries:                    %s%s%n",
        folder.root(), folder.temporary() ? " (gone when the simulator ends)" : "");
    if (!simulation.faults().isEmpty()) {
      out.println(
          "What goes wrong:                          "
              + simulation.faults().stream().map(Fault::toString).collect(Collectors.joining(" ")));
    }
    out.println("Ctrl-C ends the simulator.");
    out.flush();
  }
}

package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.GatewayStarter;
import de.amtsbote.gateway.cli.certificates.SamplePki;
import de.amtsbote.gateway.cli.town.Arrivals;
import de.amtsbote.gateway.cli.town.FileDropProcedure;
import de.amtsbote.gateway.cli.town.HttpProcedure;
import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.cli.town.Procedure;
import de.amtsbote.gateway.cli.town.ShippedRoutes;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.gateway.simulator.town.Desk;
import de.amtsbote.gateway.simulator.town.Fault;
import de.amtsbote.gateway.simulator.town.FaultBeans;
import de.amtsbote.gateway.simulator.town.TlsFace;
import de.amtsbote.gateway.simulator.town.TownFaults;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A running town: all its systems, and what goes wrong in them. */
final class Simulation implements AutoCloseable, Desk.Switch {

  private static final String GOOD = "xta-server";
  private static final String EXPIRED = "xta-server-expired";
  private static final List<String> TLS = List.of(GOOD, "xta-postfach", "xta-leser");

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path certificates;
  private final Arrivals arrivals = new Arrivals();
  private final List<Procedure> procedures;
  private final HttpProcedure register;
  private final DvdvDouble dvdv;
  private final TownFitConnect fitConnect;
  private final Landscape landscape;
  private final TownFaults faults;
  private final TlsFace face;
  private final Desk desk;
  private final TownFiles files;

  /** Starts all systems; none is left running when one of them does not start. */
  static Simulation start(TownFolder folder, Ports ports, GatewayStarter starter, Clock clock)
      throws IOException {
    return new Simulation(folder, ports, starter, clock);
  }

  private Simulation(TownFolder folder, Ports ports, GatewayStarter starter, Clock clock)
      throws IOException {
    certificates = folder.resolve("certificates");
    try {
      new SamplePki(clock).create(certificates, TLS, List.of(EXPIRED));
      XDemo.installInto(folder.resolve("standards"));
      ShippedRoutes.copyTo(folder.resolve("routes"));
      register = opened(HttpProcedure.open(Landscape.REGISTER, arrivals));
      FileDropProcedure trade =
          opened(FileDropProcedure.open(Landscape.TRADE, folder.resolve("gewerbeamt"), arrivals));
      procedures = List.of(register, trade);
      landscape = Landscape.write(folder, ports.gateway(), register.address());
      dvdv = opened(dvdv(folder, ports, clock));
      fitConnect = opened(TownFitConnect.start(folder, ports.fitConnect(), clock));
      files = TownFiles.write(folder, ports, landscape, dvdv.address(), fitConnect);
      ConfigurableApplicationContext gateway =
          opened(
              starter.startOrExplain(
                  "--spring.main.sources=" + FaultBeans.class.getName(),
                  // whoever erases the folder must know that nobody writes into it any more
                  "--spring.main.register-shutdown-hook=false",
                  Landscape.NO_OTHER_CONFIGURATION,
                  "--spring.config.additional-location=file:%s,file:%s"
                      .formatted(landscape.configuration(), files.configuration())));
      faults = gateway.getBean(TownFaults.class);
      face = new TlsFace(gateway, certificates.resolve("password"));
      desk = opened(Desk.open(ports.desk(), this, arrivals::all));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static DvdvDouble dvdv(TownFolder folder, Ports ports, Clock clock) throws IOException {
    DvdvDouble.Setup usual = DvdvDouble.Setup.plain(List.of(), clock);
    return DvdvDouble.start(
        DirectoryEntries.of(folder.resolve("directory.yaml"), TownFiles.SERVICE, "Behörde", clock),
        new DvdvDouble.Setup(
            ports.dvdv(), null, false, List.of(), usual.tokens(), usual.slowness(), clock));
  }

  private <T extends AutoCloseable> T opened(T system) {
    open.push(system);
    return system;
  }

  @Override
  public void faults(List<Fault> wanted) throws IOException {
    faults.end();
    wanted.forEach(faults::begin);
    dvdv.fault(faults.of(Fault.DVDV).map(Fault::ofDvdv).orElse(null));
    fitConnect.server().fault(faults.of(Fault.FIT_CONNECT).map(Fault::ofFitConnect).orElse(null));
    register.answers(faults.of(Fault.PROCEDURE).map(Fault::status).orElse(204));
    boolean expired = faults.of(Fault.TLS).isPresent();
    face.show(certificates.resolve((expired ? EXPIRED : GOOD) + ".p12"));
  }

  @Override
  public List<Fault> faults() {
    return faults.now();
  }

  Landscape landscape() {
    return landscape;
  }

  List<Procedure> procedures() {
    return procedures;
  }

  TownFiles files() {
    return files;
  }

  URI dvdv() {
    return dvdv.address();
  }

  URI fitConnect() {
    return fitConnect.server().address();
  }

  URI desk() {
    return desk.address();
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("a system of the simulation does not end", e);
      }
    }
  }
}

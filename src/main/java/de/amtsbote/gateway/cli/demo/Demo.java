package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.GatewayStarter;
import de.amtsbote.gateway.cli.certificates.SamplePki;
import de.amtsbote.gateway.cli.sample.Attachment;
import de.amtsbote.gateway.cli.sample.Fingerprint;
import de.amtsbote.gateway.cli.town.Arrivals;
import de.amtsbote.gateway.cli.town.FileDropProcedure;
import de.amtsbote.gateway.cli.town.HttpProcedure;
import de.amtsbote.gateway.cli.town.Interruption;
import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.cli.town.Procedure;
import de.amtsbote.gateway.cli.town.ShippedRoutes;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.console.SignInLinks;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts the landscape of the demo together, runs the errand, and judges. */
final class Demo {

  private final GatewayStarter starter;
  private final Clock clock;
  private final PrintWriter out;

  Demo(GatewayStarter starter, Clock clock, PrintWriter out) {
    this.starter = starter;
    this.clock = clock;
    this.out = out;
  }

  DemoResult run(int port, Path data, boolean stay) throws IOException, InterruptedException {
    try (Interruption interruption = Interruption.listen();
        TownFolder folder = TownFolder.open("demo", data)) {
      out.println("Making keys and installing the demo standard XDemo ...");
      new SamplePki(clock).create(folder.resolve("certificates"));
      XDemo.installInto(folder.resolve("standards"));
      ShippedRoutes.copyTo(folder.resolve("routes"));
      List<Application> applications =
          SampleApplications.write(folder.resolve("applications"), clock);
      Arrivals arrivals = new Arrivals();
      try (HttpProcedure register = HttpProcedure.open(Landscape.REGISTER, arrivals);
          FileDropProcedure trade =
              FileDropProcedure.open(Landscape.TRADE, folder.resolve("gewerbeamt"), arrivals)) {
        Landscape landscape = Landscape.write(folder, port, register.address());
        out.println("Starting PostgreSQL, the gateway and its OSCI intermediary ...");
        try (ConfigurableApplicationContext gateway = start(landscape)) {
          introduce(landscape, List.of(register, trade));
          Portal portal = new Portal(landscape.gateway(), landscape.portalToken());
          List<Case> cases =
              new Errand(portal, arrivals, board(), clock, interruption).run(applications);
          DemoResult result = judge(cases, arrivals);
          report(result);
          if (stay && gateway.isActive()) {
            invite(landscape, folder, gateway.getBean(SignInLinks.class));
            interruption.await();
          }
          return result;
        }
      }
    }
  }

  private ConfigurableApplicationContext start(Landscape landscape) {
    return starter.startOrExplain(
        Landscape.NO_OTHER_CONFIGURATION,
        "--spring.config.additional-location=file:" + landscape.configuration());
  }

  private void introduce(Landscape landscape, List<Procedure> procedures) {
    out.println();
    out.printf("  portal          POST %s/api/v1/messages%n", landscape.gateway());
    out.printf("  intermediary    POST %s/osci/intermediary%n", landscape.gateway());
    procedures.forEach(procedure -> out.printf("  Fachverfahren   %s%n", procedure.place()));
    out.println();
  }

  private Board board() {
    return Boolean.getBoolean("amtsbote.terminal")
        ? new TerminalBoard(out, Integer.getInteger("amtsbote.columns", 160))
        : new LineBoard(out);
  }

  private static DemoResult judge(List<Case> cases, Arrivals arrivals) throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Case one : cases) {
      Set<String> attachments = new HashSet<>();
      for (Attachment attachment : one.application().attachments()) {
        attachments.add(Fingerprint.of(attachment.content()));
      }
      Verdict.complaint(one, arrivals.of(one.payloadFingerprint()), attachments)
          .ifPresent(
              complaint ->
                  complaints.add(
                      "no %d, %s: %s"
                          .formatted(one.number(), one.application().title(), complaint)));
    }
    return new DemoResult(Tally.of(cases, arrivals), complaints);
  }

  private void report(DemoResult result) {
    if (result.asExpected()) {
      out.println(
          "Every application ended as it should; what arrived is bit by bit what was sent.");
    } else {
      out.println("Not as it should be:");
      result.complaints().forEach(complaint -> out.println("  " + complaint));
    }
    out.println(result.tally());
  }

  private void invite(Landscape landscape, TownFolder folder, SignInLinks links) {
    String path = links.create(Landscape.OPERATOR).orElse("/");
    out.println();
    out.printf("Look at the messages:  %s%s%n", landscape.gateway(), path);
    out.printf("  (signs you in once; later, at %s/, with this token:%n", landscape.gateway());
    out.printf("  %s)%n", landscape.operatorToken());
    out.println("Hand in your own:      the examples of docs/portal.md work with");
    out.printf("  export GATEWAY=%s TOKEN=%s%n", landscape.gateway(), landscape.portalToken());
    out.printf(
        "Log, keys, deliveries: %s%s%n",
        folder.root(), folder.temporary() ? " (gone when the demo ends)" : "");
    out.println("Ctrl-C ends the demo.");
    out.flush();
  }
}

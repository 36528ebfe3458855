package de.amtsbote.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code amtsbote serve}: the gateway itself, until the process is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Serve the gateway until the process is told to end.",
    description = {
      "",
      "Configuration is read from application.yaml in the working directory or in ./config,",
      "from environment variables and from properties given here as --key=value.",
      "docs/configuration.md lists them all.",
      ""
    })
public final class ServeCommand implements Callable<Integer> {

  private final GatewayStarter starter;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A YAML file whose values win over application.yaml.")
  private String config;

  @Unmatched private List<String> properties = new ArrayList<>();

  /** A command that starts the gateway by the given means. */
  public ServeCommand(GatewayStarter starter) {
    this.starter = starter;
  }

  @Override
  public Integer call() throws InterruptedException {
    properties.forEach(this::refuseWhatIsNoProperty);
    List<String> arguments = new ArrayList<>(properties);
    if (config != null) {
      arguments.add("--spring.config.additional-location=file:" + config);
    }
    waitForEnd(starter.startOrExplain(arguments.toArray(String[]::new)));
    return ExitCode.OK;
  }

  private void refuseWhatIsNoProperty(String argument) {
    if (!argument.matches("--[a-z][^=]*=.*")) {
      throw new ParameterException(
          spec.commandLine(), "Unknown argument '" + argument + "'; properties are --key=value");
    }
  }

  private static void waitForEnd(ConfigurableApplicationContext context)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> listener = event -> ended.countDown();
    context.addApplicationListener(listener);
    if (context.isActive()) {
      ended.await();
    }
  }
}

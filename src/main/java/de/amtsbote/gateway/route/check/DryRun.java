package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;

/** Builds the routes of a file in a Camel context of their own, which is thrown away. */
final class DryRun {

  /** More help nobody at once, and each costs a build. */
  private static final int MOST_MISTAKES = 20;

  private final BeanRepository beans;
  private final UnaryOperator<String> properties;

  /**
   * @param beans what routes may refer to; what a file binds itself never gets in here
   * @param properties the value of a placeholder, or null
   */
  DryRun(BeanRepository beans, UnaryOperator<String> properties) {
    this.beans = beans;
    this.properties = properties;
  }

  /**
   * Builds the file on top of the files it may depend on, without starting a route. What cannot be
   * built is left out and the rest built again, so that all mistakes are named at once.
   */
  void check(RouteFile file, Collection<RouteFile> shared, Findings findings) {
    var left = Optional.of(file);
    for (var mistakes = 0; left.isPresent() && mistakes < MOST_MISTAKES; mistakes++) {
      var rest = left.get();
      var problem = build(rest, shared);
      problem.ifPresent(findings::add);
      left = problem.flatMap(it -> LeftOut.at(rest, it.line()));
    }
  }

  private Optional<Finding> build(RouteFile file, Collection<RouteFile> shared) {
    try (var context = new DefaultCamelContext(new DefaultRegistry(beans))) {
      context.getCamelContextExtension().setName("check");
      context.setStartupSummaryLevel(StartupSummaryLevel.Off);
      context.setAutoStartup(false);
      context.setLoadTypeConverters(false);
      context.getPropertiesComponent().addPropertiesSource(source());
      context.start();
      var loader = PluginHelper.getRoutesLoader(context);
      for (var other : shared) {
        if (!other.path().equals(file.path())) {
          loader.loadRoutes(other.asResource());
        }
      }
      loader.loadRoutes(file.asResource());
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(CamelProblem.of(e).in(file));
    }
  }

  private PropertiesSource source() {
    return new PropertiesSource() {
      @Override
      public String getName() {
        return "configuration";
      }

      @Override
      public String getProperty(String name) {
        return properties.apply(name);
      }
    };
  }
}

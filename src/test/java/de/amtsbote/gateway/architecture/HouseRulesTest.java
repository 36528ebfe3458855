package de.amtsbote.gateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** What no class of the gateway may do, whoever writes it. */
class HouseRulesTest {

  private static final Set<Class<? extends Throwable>> VANILLA =
      Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

  private final JavaClasses classes = ProductClasses.ofTheGateway();

  @Test
  void onlyTheRoutePackage_importsCamel() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("de.amtsbote.gateway.route..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.."));
  }

  @Test
  void onlyEntriesAndDeliveries_importCxf() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "de.amtsbote.gateway.entry..", "de.amtsbote.gateway.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.cxf.."));
  }

  /** Another version of XTA is another facade; what is above speaks the model. */
  @Test
  void onlyTheEndsOfXta_knowItsVersion() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "de.amtsbote.gateway.entry.xta..",
                "de.amtsbote.gateway.delivery.xta..",
                "de.amtsbote.gateway.xta.v31..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.amtsbote.gateway.xta.v31.."));
  }

  @Test
  void onlyStores_speakSql() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching(".*(Store|Postgres\\w*|Database\\w*|DataSource\\w*)(\\$.*)?")
            .should()
            .dependOnClassesThat(
                describe(
                    "speak SQL",
                    used ->
                        used.getPackageName().startsWith("org.springframework.jdbc")
                            || Set.of(
                                    java.sql.Connection.class.getName(),
                                    java.sql.Statement.class.getName(),
                                    java.sql.PreparedStatement.class.getName(),
                                    java.sql.ResultSet.class.getName())
                                .contains(used.getName()))));
  }

  @Test
  void exceptions_areTyped() {
    check(
        noClasses()
            .should()
            .callConstructorWhere(
                describe(
                    "an exception that says nothing is made",
                    (JavaConstructorCall call) ->
                        VANILLA.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                            && !call.getOriginOwner()
                                .isAssignableTo(call.getTargetOwner().getName()))));
  }

  @Test
  void xmlFactories_areMadeInOnePlace() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("Xml")
            .should()
            .callMethodWhere(
                target(nameMatching("newInstance|newFactory|newDefaultInstance"))
                    .and(
                        target(
                            describe(
                                "an XML factory",
                                called ->
                                    called.getOwner().getPackageName().startsWith("javax.xml"))))));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Instant.class,
        LocalDate.class,
        LocalDateTime.class,
        OffsetDateTime.class,
        ZonedDateTime.class
      })
  void time_comesFromAClock(Class<?> type) {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                describe(
                    type.getSimpleName() + ".now() without a clock",
                    (JavaMethodCall call) ->
                        call.getTargetOwner().isEquivalentTo(type)
                            && call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(given -> given.isEquivalentTo(Clock.class)))));
  }

  @Test
  void dates_areNotReadFromTheSystem() {
    check(
        noClasses()
            .should()
            .callConstructorWhere(
                target(
                    describe(
                        "new Date()",
                        (CodeUnitCallTarget called) ->
                            called.getOwner().isEquivalentTo(Date.class)
                                && called.getRawParameterTypes().isEmpty()))));
  }

  @Test
  void onlyTheCommandLine_writesToTheTerminal() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("de.amtsbote.gateway.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void commands_areFinal() {
    check(
        classes().that().areAnnotatedWith(Command.class).should().haveModifier(JavaModifier.FINAL));
  }

  private void check(ArchRule rule) {
    rule.check(classes);
  }
}

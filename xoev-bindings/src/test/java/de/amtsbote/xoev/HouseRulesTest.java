package de.amtsbote.xoev;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What no class of this library may do. */
class HouseRulesTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .importUrl(XoevHeader.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void packages_dependInOneDirection() {
    slices().matching("de.amtsbote.xoev.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void library_knowsNoFramework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.apache.camel..", "de.amtsbote.osci..")
        .check(classes);
  }

  @Test
  void xmlFactories_areMadeInOnePlace() {
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
                            called -> called.getOwner().getPackageName().startsWith("javax.xml")))))
        .check(classes);
  }

  @Test
  void time_comesFromAClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .check(classes);
  }
}

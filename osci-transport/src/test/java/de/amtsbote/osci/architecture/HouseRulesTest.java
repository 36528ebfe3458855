package de.amtsbote.osci.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Date;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("de.amtsbote.osci");

  @Test
  void packages_areFreeOfCycles() {
    slices().matching("de.amtsbote.osci.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void library_knowsNoFrameworkAndNotTheGateway() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.camel..",
            "de.amtsbote.gateway..",
            "de.amtsbote.xoev..")
        .check(CLASSES);
  }

  @Test
  void exceptions_areTyped() {
    noClasses()
        .should()
        .callConstructor(RuntimeException.class, String.class)
        .orShould()
        .callConstructor(RuntimeException.class, String.class, Throwable.class)
        .orShould()
        .callConstructor(RuntimeException.class, Throwable.class)
        .orShould()
        .callConstructor(Exception.class, String.class)
        .orShould()
        .callConstructor(Exception.class, String.class, Throwable.class)
        .check(CLASSES.that(new NotAnException()));
  }

  @Test
  void time_comesFromAClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void xmlFactories_areMadeInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Xml")
        .should()
        .callMethod(XMLInputFactory.class, "newInstance")
        .orShould()
        .callMethod(XMLInputFactory.class, "newFactory")
        .orShould()
        .callMethod(XMLOutputFactory.class, "newInstance")
        .orShould()
        .callMethod(DocumentBuilderFactory.class, "newInstance")
        .check(CLASSES);
  }

  @Test
  void nothing_isPrintedToTheConsole() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}

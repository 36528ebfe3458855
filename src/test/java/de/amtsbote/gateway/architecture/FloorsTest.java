package de.amtsbote.gateway.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Packages depend downwards only, and nothing goes round in a circle. */
class FloorsTest {

  private static final String GATEWAY = "de.amtsbote.gateway.";

  private final JavaClasses classes = ProductClasses.ofTheGateway();

  @Test
  void everyFloor_usesOnlyTheFloorsBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("message")
        .definedBy(GATEWAY + "message..")
        .layer("security")
        .definedBy(GATEWAY + "security..")
        .layer("yaml")
        .definedBy(GATEWAY + "yaml..")
        .layer("http")
        .definedBy(GATEWAY + "http..")
        .layer("polling")
        .definedBy(GATEWAY + "polling..")
        .layer("directory, delivery")
        .definedBy(
            GATEWAY + "directory..",
            GATEWAY + "delivery..",
            GATEWAY + "osci..",
            GATEWAY + "xta..",
            GATEWAY + "fitconnect..",
            GATEWAY + "intermediary..")
        .layer("entry, route")
        .definedBy(GATEWAY + "entry..", GATEWAY + "route..")
        .layer("console, operations, cli")
        .definedBy(
            GATEWAY + "console..",
            GATEWAY + "operations..",
            GATEWAY + "cli..",
            GATEWAY + "simulator..")
        .whereLayer("console, operations, cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("entry, route")
        .mayOnlyBeAccessedByLayers("console, operations, cli")
        .whereLayer("directory, delivery")
        .mayOnlyBeAccessedByLayers("entry, route", "console, operations, cli")
        .whereLayer("message")
        .mayOnlyAccessLayers("polling")
        .whereLayer("yaml")
        .mayNotAccessAnyLayer()
        .whereLayer("http")
        .mayNotAccessAnyLayer()
        .whereLayer("polling")
        .mayNotAccessAnyLayer()
        .check(classes);
  }

  @Test
  void packages_areFreeOfCycles() {
    slices().matching("de.amtsbote.gateway.(**)").should().beFreeOfCycles().check(classes);
  }
}

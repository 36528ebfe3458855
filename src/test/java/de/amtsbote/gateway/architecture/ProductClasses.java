package de.amtsbote.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that ship in the gateway, read once for all rules. */
final class ProductClasses {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("de.amtsbote.gateway");

  private ProductClasses() {}

  static JavaClasses ofTheGateway() {
    return GATEWAY;
  }
}

package org.vaelix.itests.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the packages depend on one another, in the compiled classes. */
class PackagesTest {
  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.vaelix");
  }

  @Test
  void theExportedPackagesOfTheCoreHaveNoCycle() {
    SlicesRuleDefinition.slices()
        .matching("org.vaelix.core.(*)")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void formulasKnowNothingOfRuns() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            "org.vaelix.core.graph..", "org.vaelix.core.part..", "org.vaelix.core.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.vaelix.core.run..",
            "org.vaelix.core.composition..",
            "org.vaelix.core.backend..",
            "org.vaelix.core.catalog..",
            "org.vaelix.core.recipe..",
            "org.vaelix.core.internal..")
        .check(classes);
  }

  @Test
  void theReferenceBackendKnowsNoModel() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("org.vaelix.core.internal.reference..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.vaelix.core.model..",
            "org.vaelix.core.training..",
            "org.vaelix.core.run..",
            "org.vaelix.core.recipe..")
        .check(classes);
  }

  @Test
  void partsAndTheCommandLineUseNothingInternalOfTheCore() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackages("org.vaelix.core..", "org.vaelix.itests..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.vaelix.core.internal..")
        .check(classes);
  }
}

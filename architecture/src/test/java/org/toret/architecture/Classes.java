package org.toret.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The compiled classes of all modules, read once.
final class Classes {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.toret");

  private Classes() {}

  /// All but those of tests.
  static JavaClasses ofTheProject() {
    return ALL;
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.toret.");
  }
}

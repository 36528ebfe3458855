package de.amtsbote.osci.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Exceptions call the constructors of their superclasses; everybody else must not. */
final class NotAnException extends DescribedPredicate<JavaClass> {

  NotAnException() {
    super("are no exceptions");
  }

  @Override
  public boolean test(JavaClass candidate) {
    return !candidate.isAssignableTo(Throwable.class);
  }
}

package de.amtsbote.xoev.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An installed package whose files somebody spoils. */
class BrokenPackageTest {

  private static final String RULES = "schematron/hund.sch";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @CsvSource({"xsd/hund.xsd, SCHEMA_INVALID", RULES + ", RULES_INVALID"})
  void packageThatStoppedCompiling_isNotCompiledForEveryMessage(String name, XoevError error)
      throws IOException {
    Path file = install().resolve(name);
    Files.writeString(file, spoiled(Files.readString(file)));
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);

    XoevException first = failure(xoev);
    XoevException second = failure(xoev);

    assertThat(first.error()).isEqualTo(error);
    assertThat(second.error()).isEqualTo(error);
    assertThat(second.details()).isEqualTo(first.details());
    assertThat(compilation(second)).isSameAs(compilation(first));
  }

  @ParameterizedTest
  @CsvSource({"xsd/hund.xsd", RULES})
  void packageThatWasMended_isCompiledWithTheNextMessage(String name) throws IOException {
    Path file = install().resolve(name);
    String sound = Files.readString(file);
    Files.writeString(file, spoiled(sound));
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    failure(xoev);

    Files.writeString(file, sound + "<!-- mended -->");

    assertThat(xoev.validate(Hund.content(Hund.message()), ValidationOptions.ALL).verdict())
        .isEqualTo(Verdict.VALID);
  }

  /** The failure of the one time that was compiled. */
  private static Throwable compilation(XoevException failure) {
    return failure.getCause() instanceof XoevException kept ? kept : failure;
  }

  private static XoevException failure(Xoev xoev) {
    return catchThrowableOfType(
        XoevException.class,
        () -> xoev.validate(Hund.content(Hund.message()), ValidationOptions.ALL));
  }

  private static String spoiled(String file) {
    return file.replace("test=", "tset=").replace("xs:string", "xs:strang");
  }

  private Path install() throws IOException {
    String rules = Hund.rules("http://purl.oclc.org/dsdl/schematron", "r", "true()");
    Path delivery = Hund.files().with(RULES, rules).folder(work);
    return new StandardInstaller(standards)
        .install(delivery, InstallOptions.DEFAULT)
        .standard()
        .directory();
  }
}

package de.amtsbote.xoev.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceCompiledTest {

  @TempDir Path folder;

  private XoevError error;
  private int calls;

  @Test
  void whatWasCompiled_isKept() {
    var once = compiled(folder);

    assertThat(once.isSettled()).isFalse();
    assertThat(once.get()).isEqualTo("compiled");
    assertThat(once.get()).isEqualTo("compiled");
    assertThat(once.isSettled()).isTrue();
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void failure_isKept() {
    error = XoevError.SCHEMA_INVALID;
    var once = compiled(folder);

    fails(once);
    fails(once);

    assertThat(once.isSettled()).isTrue();
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void failure_isForgottenWhenAFileChanges() throws IOException {
    error = XoevError.SCHEMA_INVALID;
    Files.writeString(folder.resolve("a.xsd"), "broken");
    var once = compiled(folder);
    fails(once);

    error = null;
    Files.writeString(folder.resolve("a.xsd"), "sound");

    assertThat(once.get()).isEqualTo("compiled");
  }

  @Test
  void failure_isForgottenWhenAMissingFolderAppears() throws IOException {
    error = XoevError.IMPORT_UNRESOLVED;
    Path other = folder.resolve("other");
    var once = compiled(other);
    fails(once);

    error = null;
    Files.writeString(Files.createDirectory(other).resolve("a.xsd"), "sound");

    assertThat(once.get()).isEqualTo("compiled");
  }

  @Test
  void diskThatCannotBeRead_isAskedAgain() {
    error = XoevError.STORAGE_FAILED;
    var once = compiled(folder);

    fails(once);
    fails(once);

    assertThat(calls).isEqualTo(2);
  }

  private OnceCompiled<String> compiled(Path... folders) {
    return new OnceCompiled<>(
        List.of(folders),
        () -> {
          calls++;
          if (error != null) {
            throw new XoevException(error, "a.xsd");
          }
          return "compiled";
        });
  }

  private void fails(OnceCompiled<String> once) {
    assertThatThrownBy(once::get).isInstanceOf(XoevException.class).hasMessageContaining("a.xsd");
  }
}

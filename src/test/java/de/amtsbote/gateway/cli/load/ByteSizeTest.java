package de.amtsbote.gateway.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({"10KiB,10240", "10 KB,10240", "1MiB,1048576", "1g,1073741824", "500,500", "7B,7"})
  void size_isRead(String text, long bytes) {
    assertThat(new ByteSize().convert(text)).isEqualTo(bytes);
  }

  @Test
  void nonsense_isRefused() {
    assertThatThrownBy(() -> new ByteSize().convert("much"))
        .isInstanceOf(TypeConversionException.class);
  }
}

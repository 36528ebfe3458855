package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XtaServersTest {

  @TempDir Path folder;

  @Test
  void keyThatIsNotInItsFile_isNamedAtTheStart() throws Exception {
    var server = new ForeignServer(folder, 1).alias("nachbarland");

    assertThatThrownBy(server::servers)
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.KEY_MISSING);
              assertThat(it.details()).contains("nachbarland");
            });
  }
}

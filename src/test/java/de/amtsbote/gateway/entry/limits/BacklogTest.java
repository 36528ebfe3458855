package de.amtsbote.gateway.entry.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.load.LoadStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class BacklogTest {

  @TempDir Path spool;

  @Test
  void oneMoreThanMayWait_isRefused() throws Exception {
    var kit = new MessageKit(spool);
    kit.accept("<a/>");
    kit.accept("<b/>");

    assertThatThrownBy(() -> backlog(kit, 2, null).check())
        .extracting("code")
        .isEqualTo(ErrorCode.BACKLOG_FULL);
    assertThatCode(() -> backlog(kit, 3, null).check()).doesNotThrowAnyException();
  }

  @Test
  void endedMessage_doesNotWait() throws Exception {
    var kit = new MessageKit(spool);
    var id = kit.accept("<a/>").id();
    var backlog = backlog(kit, 1, null);
    assertThat(backlog.isFull()).isTrue();

    kit.store.reject(id, new GatewayException(ErrorCode.XML_BROKEN, "line 1"));
    kit.clock.advance(Duration.ofSeconds(5));

    assertThat(backlog.isFull()).isFalse();
  }

  @Test
  void databaseThatHasReachedItsSize_isRefused() {
    var kit = new MessageKit(spool);

    assertThatThrownBy(() -> backlog(kit, 10, DataSize.ofKilobytes(1)).check())
        .extracting("code")
        .isEqualTo(ErrorCode.STORAGE_FULL);
    assertThatCode(() -> backlog(kit, 10, DataSize.ofGigabytes(100)).check())
        .doesNotThrowAnyException();
  }

  private static Backlog backlog(MessageKit kit, long most, DataSize size) {
    return new Backlog(LoadStores.in(kit), kit.clock, most, size);
  }
}

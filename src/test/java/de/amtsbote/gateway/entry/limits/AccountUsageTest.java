package de.amtsbote.gateway.entry.limits;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.load.LoadStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountUsageTest {

  @TempDir Path spool;

  private MessageKit kit;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
  }

  @Test
  void nodes_hearOfEachOther() {
    var one = node("one");
    var other = node("other");
    one.add(300);
    other.add(50);

    one.tell();
    other.tell();
    kit.clock.advance(Duration.ofSeconds(5));

    assertThat(one.today()).isEqualTo(350);
    assertThat(other.today()).isEqualTo(350);
  }

  @Test
  void nextDay_beginsWithNothing() {
    var usage = node("one");
    usage.add(300);
    assertThat(usage.today()).isEqualTo(300);

    kit.clock.advance(usage.untilTomorrow());

    assertThat(usage.today()).isZero();
  }

  @Test
  void restartedNode_remembersTheDay() {
    var before = node("one");
    before.add(300);
    before.tell();

    assertThat(node("one, later").today()).isEqualTo(300);
  }

  @Test
  void quota_endsAtMidnight() {
    assertThat(node("one").untilTomorrow()).isEqualTo(Duration.ofHours(12));
  }

  private AccountUsage node(String name) {
    return new AccountUsage(name, "stadt", "portal", LoadStores.in(kit), kit.clock);
  }
}

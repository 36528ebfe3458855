package de.amtsbote.gateway.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"xta:9014", "osci:timeout-after-send", "dvdv:down", "tls:expired", "XTA:9014 "})
  void fault_isReadAsItIsWritten(String written) {
    assertThat(Fault.parse(written)).hasToString(written.strip().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(DvdvFault.class)
  void everyFaultOfTheDvdv_canBeWanted(DvdvFault fault) {
    var written = "dvdv:" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');

    assertThat(Fault.parse(written).ofDvdv()).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xta", "xta:", "xta:1", "nowhere:down", "dvdv:TIMEOUT"})
  void unknownFault_isRefusedWithTheListOfAll(String written) {
    assertThatThrownBy(() -> Fault.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("osci:timeout-after-send")
        .hasMessageContaining("xta:9014");
  }

  @Test
  void oneSystem_doesOneThingWrongAtATime() {
    var faults = new TownFaults();

    faults.begin(Fault.parse("xta:9014"));
    faults.begin(Fault.parse("osci:down"));
    faults.begin(Fault.parse("xta:slow"));

    assertThat(faults.now()).hasToString("[osci:down, xta:slow]");
  }
}

package de.amtsbote.gateway.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MeterTest {

  @Test
  void metricsOfAGateway_giveCpuTimeAndHeap() {
    Meter.Reading reading =
        ActuatorMeter.reading(
            """
            # TYPE process_cpu_time_ns_total counter
            process_cpu_time_ns_total 2.5E9
            jvm_memory_used_bytes{area="heap",id="Eden"} 1048576.0
            jvm_memory_used_bytes{area="heap",id="Old"} 2097152.0
            jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 1.0E9
            """);

    assertThat(reading).isEqualTo(new Meter.Reading(2.5, 3));
  }

  @Test
  void ownProcess_hasUsedCpuTimeAndMemory() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux tells");

    assertThat(new ProcessMeter(ProcessHandle.current().pid()).read())
        .hasValueSatisfying(
            reading -> {
              assertThat(reading.cpuSeconds()).isPositive();
              assertThat(reading.memoryMiB()).isPositive();
            });
  }
}

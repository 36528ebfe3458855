package de.amtsbote.xoev.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this thread has computed so far, whatever else the machine does. */
final class CpuTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}

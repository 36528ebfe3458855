/** Benchmarks of validation; run with the profile {@code jmh}. */
package de.amtsbote.xoev.benchmark;

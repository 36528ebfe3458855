/**
 * Schematron rules of a package: compiled once, run without reach outside the package, bounded in
 * time.
 */
package de.amtsbote.xoev.schematron;

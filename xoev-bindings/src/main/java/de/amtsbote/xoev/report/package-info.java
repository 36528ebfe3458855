/** Validation reports for programs and for people. */
package de.amtsbote.xoev.report;

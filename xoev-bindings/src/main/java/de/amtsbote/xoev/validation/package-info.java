/** Validation on six levels with one report. */
package de.amtsbote.xoev.validation;

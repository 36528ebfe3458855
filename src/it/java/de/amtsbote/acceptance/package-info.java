/** Black-box tests: the built jar, started and used as its users start and use it. */
package de.amtsbote.acceptance;

/** The one object that users of the library hold. */
package de.amtsbote.xoev.engine;

/** Schemas of a package: found without a network, made linear, compiled once. */
package de.amtsbote.xoev.schema;

/** What must be refused, one class per attack. */
package de.amtsbote.xoev.refused;

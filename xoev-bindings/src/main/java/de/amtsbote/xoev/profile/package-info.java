/** What an operator decides about validation for a standard or a partner, as data. */
package de.amtsbote.xoev.profile;

/** The XML form of orders and answers, read and written. */
package de.amtsbote.osci.order;

/** The files the territory is made from, read and compared with what is known. */
package fr.forment.territory.imports;

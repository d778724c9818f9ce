package fr.forment.resource.imports;

import java.util.function.BooleanSupplier;

/**
 * What a line of a file says.
 *
 * @param text in French
 * @param write within the caller's transaction; false when it was known already; refuses what cannot be
 */
record ResourceLine(String text, BooleanSupplier write) {}

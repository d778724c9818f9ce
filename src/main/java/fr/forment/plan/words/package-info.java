/** What is said of versions: their differences, remarks by line, and what may change without a new approval. */
@NamedInterface("words")
package fr.forment.plan.words;

import org.springframework.modulith.NamedInterface;

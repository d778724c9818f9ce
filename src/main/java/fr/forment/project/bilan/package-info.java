/**
 * The bilan of a project or of a vague as it is told: page, paper and workbook have the same rows, schools, answers and
 * decisions, because they read them here.
 */
@NamedInterface("bilan")
package fr.forment.project.bilan;

import org.springframework.modulith.NamedInterface;

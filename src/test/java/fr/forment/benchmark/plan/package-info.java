/**
 * What the computation of a plan is worth, measured on real circonscriptions and on drawn ones: run by hand
 * (docs/exploitation.md), short parts of it by the build. Reads and counts with code of its own.
 */
package fr.forment.benchmark.plan;

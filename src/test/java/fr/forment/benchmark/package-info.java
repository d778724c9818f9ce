/**
 * What a campaign costs, per school, and against what: run by hand (docs/exploitation.md), never by the build. Prints
 * ratios measured in one run, interleaved, so that they hold on a busy machine too.
 */
package fr.forment.benchmark;
